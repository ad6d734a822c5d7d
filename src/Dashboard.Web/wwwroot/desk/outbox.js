// Keeps in the browser what the server has not acknowledged: it outlives a reload, a closed tab and a killed server. Each entry lies there
// locked with a key that only the server gives back, and only to the same account.
const encode = bytes => btoa(String.fromCharCode(...bytes));
const decode = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));

// In slices: a long text has more bytes than a call takes arguments.
function encodeLong(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

// What is damaged is nothing: null.
function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function unlock(key, { iv, data }) {
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: decode(iv) }, key, decode(data));
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return null;
  }
}

// The lock of a page's outbox begins so.
const Held = 'outbox/';

const pause = () => new Promise(done => setTimeout(done, 2000));

// The key of a seal, from the server; null if it is not for this account. Asked until there is an answer: without the key nobody knows what is
// not saved.
export const unsealBy = address => async seal => {
  for (; ; await pause()) {
    try {
      const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ seal }) });
      if (response.ok)
        return (await response.json()).key;
      if (response.status === 403)
        return null;
    } catch (fault) {
      if (!(fault instanceof TypeError))
        throw fault;
    }
  }
};

// A number that nothing else has; made by hand where the browser makes none: at an address that is neither https nor this machine.
export function newId() {
  if (crypto.randomUUID)
    return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  [bytes[6], bytes[8]] = [bytes[6] & 0x0f | 0x40, bytes[8] & 0x3f | 0x80];
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export class Outbox {
  // Without encryption by the browser (an address that is neither https nor this machine) it is kept in the page's memory alone.
  // kind: what is kept, where an account keeps several things.
  constructor({ account, key, seal }, assessment, kind = 'outbox') {
    this.prefix = `${kind}/${account}/${assessment}/`;
    this.seal = seal;
    this.page = newId();
    this.turns = new Map();
    this.key = globalThis.crypto.subtle ? this.#import(key) : null;
    // Held as long as this page lives: by it another page knows whose entries it must leave alone.
    navigator.locks?.request(Held + this.page, () => new Promise(() => { }));
  }

  #import(key) {
    return crypto.subtle.importKey('raw', decode(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
  }

  async keep(entry) {
    const turn = (this.turns.get(entry.id) ?? 0) + 1;
    this.turns.set(entry.id, turn);
    if (!this.key)
      return true;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(entry));
    const data = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.key, text));
    // Acknowledged or changed again while it was being locked.
    if (this.turns.get(entry.id) !== turn)
      return true;
    try {
      localStorage.setItem(this.prefix + entry.id, JSON.stringify({ page: this.page, seal: this.seal, iv: encode(iv), data: encodeLong(data) }));
      return true;
    } catch {
      // No room: the page still holds it, and still asks before it is left.
      return false;
    }
  }

  drop(id) {
    this.turns.delete(id);
    localStorage.removeItem(this.prefix + id);
  }

  // Gives the entries of pages that are gone to take(), oldest first: at once, and those of a page that still lives once it is gone. The page
  // that was left for this one may live a moment longer than this one takes to ask. unseal: asks the server for the key of a seal; null if it
  // is not for this account.
  async restore(unseal, take) {
    if (!this.key)
      return;
    const alive = new Set((await navigator.locks.query()).held.map(lock => lock.name));
    const awaited = new Set([this.page]);
    const wait = page => {
      if (page === undefined || awaited.has(page))
        return;
      awaited.add(page);
      navigator.locks.request(Held + page, () => this.#adopt(of => of === page, unseal, take));
    };
    addEventListener('storage', ({ key, newValue }) => key?.startsWith(this.prefix) && wait(read(newValue)?.page));
    await this.#adopt(page => !awaited.has(page) && !alive.has(Held + page), unseal, take);
    for (const name of this.#names())
      wait(read(localStorage.getItem(name))?.page);
  }

  #names = () => Object.keys(localStorage).filter(name => name.startsWith(this.prefix));

  async #adopt(isOf, unseal, take) {
    const keys = new Map([[this.seal, this.key]]);
    const entries = [];
    for (const name of this.#names()) {
      const stored = read(localStorage.getItem(name));
      // Nobody can read it any more: it must not keep what can be read from being restored.
      if (!stored) {
        localStorage.removeItem(name);
        continue;
      }
      if (!isOf(stored.page))
        continue;
      if (!keys.has(stored.seal)) {
        const key = await unseal(stored.seal);
        keys.set(stored.seal, key && this.#import(key));
      }
      const key = await keys.get(stored.seal);
      const entry = key && await unlock(key, stored);
      if (entry)
        entries.push(entry);
      else
        localStorage.removeItem(name);
    }
    entries.sort((a, b) => a.made - b.made);
    for (const entry of entries)
      await this.keep(entry);
    take(entries);
  }
}
