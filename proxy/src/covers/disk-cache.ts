import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

/** Names of our files. Other files in the folder are ignored. */
const NAME = /^[0-9a-f]{64}$/;

/** Minimum interval in milliseconds for updating the time of the last use. */
const TOUCH_MS = 60 * 60_000;

interface Entry {
  readonly size: number;
  readonly usedAtMs: number;
}

/**
 * A cache of files in a folder, with names of 64 hexadecimal digits and a maximum total size. Least recently used files are
 * deleted first.
 */
export class DiskCache {
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #log: (line: string) => void;
  /** Least recently used first. */
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;
  #hasFailed = false;

  constructor(folder: string, maxBytes: number, log: (line: string) => void) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#log = log;
  }

  /** Bytes of all files. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Reads the list of files. */
  async open(): Promise<void> {
    await mkdir(this.#folder, {recursive: true});
    const found: [name: string, entry: Entry][] = [];
    for (const part of await readdir(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(part)) continue;
      for (const name of await readdir(join(this.#folder, part)).catch(() => [])) {
        const path = join(this.#folder, part, name);
        const {size, mtimeMs} = (await stat(path).catch(() => undefined)) ?? {};
        if (size === undefined || mtimeMs === undefined) continue;
        if (NAME.test(name)) found.push([name, {size, usedAtMs: mtimeMs}]);
        // Left over from a process that was killed while it wrote.
        else if (name.endsWith('.part') && Date.now() - mtimeMs > TOUCH_MS)
          await rm(path, {force: true});
      }
    }
    found.sort(([, a], [, b]) => a.usedAtMs - b.usedAtMs);
    for (const [name, entry] of found) this.#note(name, entry);
    await this.#makeRoom();
  }

  /** The content of a file; undefined if there is none. It also finds files of other processes. */
  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      const bytes = await readFile(this.#pathOf(name));
      const usedAtMs = Date.now();
      if (usedAtMs - (this.#entries.get(name)?.usedAtMs ?? 0) > TOUCH_MS) {
        await utimes(this.#pathOf(name), new Date(), new Date()).catch(() => {});
      }
      this.#note(name, {size: bytes.length, usedAtMs});
      return bytes;
    } catch {
      this.#forget(name);
      return undefined;
    }
  }

  /** Writes a file. If the disk is full, the picture is served without being stored. */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(name);
    const part = `${path}.${crypto.randomUUID()}.part`;
    try {
      await mkdir(join(path, '..'), {recursive: true});
      await writeFile(part, bytes);
      // Atomic, so that no process reads an incomplete file.
      await rename(part, path);
      this.#note(name, {size: bytes.length, usedAtMs: Date.now()});
      this.#hasFailed = false;
      await this.#makeRoom();
    } catch (error) {
      await rm(part, {force: true}).catch(() => {});
      if (!this.#hasFailed) this.#log(`covers: cannot be stored: ${(error as Error).message}`);
      this.#hasFailed = true;
    }
  }

  async #makeRoom(): Promise<void> {
    for (const [name] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#forget(name);
      await rm(this.#pathOf(name), {force: true}).catch(() => {});
    }
  }

  #note(name: string, entry: Entry): void {
    this.#forget(name);
    this.#entries.set(name, entry);
    this.#bytes += entry.size;
  }

  #forget(name: string): void {
    this.#bytes -= this.#entries.get(name)?.size ?? 0;
    this.#entries.delete(name);
  }

  #pathOf(name: string): string {
    return join(this.#folder, name.slice(0, 2), name);
  }
}
