/** Hands a text to the reader as a file. It is made in the browser and goes nowhere else. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: Safari starts the download later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
