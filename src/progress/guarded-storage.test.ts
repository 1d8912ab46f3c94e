import { expect, test } from 'vitest';
import { GuardedStorage } from './guarded-storage.ts';

/** A storage with room for so many characters of values. */
class Shelf {
  readonly values = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;

  get length(): number {
    return this.values.size;
  }
  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    const others = [...this.values].filter(([name]) => name !== key).map(([, text]) => text.length);
    if (others.reduce((sum, length) => sum + length, value.length) > this.room)
      throw new DOMException('full', 'QuotaExceededError');
    this.values.set(key, value);
  }
  removeItem(key: string): void {
    this.values.delete(key);
  }
}

function full(room: number) {
  const shelf = new Shelf();
  shelf.room = room;
  return {
    shelf,
    storage: new GuardedStorage(shelf as unknown as Storage, (own, stored) => (own > stored ? own : stored)),
  };
}

test('what finds no room waits in memory, and the rest is kept', () => {
  const { shelf, storage } = full(3);
  expect([storage.set('a', '12345'), storage.set('b', '12'), storage.get('a')]).toEqual([false, true, '12345']);
  expect([storage.failure, storage.isHeld('a'), storage.isHeld('b')]).toEqual(['full', true, false]);
  expect([...shelf.values]).toEqual([['b', '12']]);
  expect(storage.keysFrom('').sort()).toEqual(['a', 'b']);
});

test('a large value that waits does not keep small ones from their place', () => {
  const { shelf, storage } = full(0);
  storage.set('large', '123456789');
  storage.set('small', '12');
  shelf.room = 4;
  storage.set('other', '1');
  expect([...shelf.values.keys()]).toEqual(['other', 'small']);
  expect(storage.failure).toBe('full');
});

test('room that something removed gives back is used at once', () => {
  const { shelf, storage } = full(3);
  storage.set('a', '123');
  storage.set('b', '12');
  storage.remove('a');
  expect([[...shelf.values], storage.failure]).toEqual([[['b', '12']], null]);
});

test('what has come to lie in the place of a waiting value is not undone by it', () => {
  const { shelf, storage } = full(2);
  storage.set('a', 'old, and waiting');
  shelf.room = 100;
  shelf.values.set('a', 'the later one');
  storage.set('b', '1');
  expect(shelf.values.get('a')).toBe('the later one');
  expect([storage.get('a'), storage.failure]).toEqual(['the later one', null]);
});

test('what is held for this page alone is never written', () => {
  const { shelf, storage } = full(100);
  shelf.values.set('a', 'must stay');
  storage.hold('a', 'ours');
  storage.set('b', '1');
  expect([storage.get('a'), storage.stored('a'), shelf.values.get('a')]).toEqual(['ours', 'must stay', 'must stay']);
});

test('without a storage all is in memory', () => {
  const storage = new GuardedStorage(null);
  expect([storage.set('a', '1'), storage.get('a'), storage.stored('a'), storage.failure]).toEqual([
    true,
    '1',
    null,
    'forbidden',
  ]);
  storage.remove('a');
  expect(storage.get('a')).toBeNull();
});
