import { format, parseISO } from 'date-fns';

/** A day for a reader: `Mon 2 Feb`. */
export function formatDay(date: string): string {
  return format(parseISO(date), 'EEE d MMM');
}

/** A span of days: `2–8 Feb`, `23 Feb – 1 Mar`, `2 Feb – 10 Mar 2026` with the year. */
export function formatSpan(first: string, last: string, { year = false } = {}): string {
  const [from, to] = [parseISO(first), parseISO(last)];
  const end = format(to, year ? 'd MMM yyyy' : 'd MMM');
  if (first === last) return end;
  return format(from, 'yyyy-MM') === format(to, 'yyyy-MM')
    ? `${format(from, 'd')}–${end}`
    : `${format(from, 'd MMM')} – ${end}`;
}
