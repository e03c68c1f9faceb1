/**
 * Who has what: for every key (a word, a talent, a language) the rows that have it, each with one byte of how.
 *
 * Hides the memory: keys are numbered once, and the rows of all keys lie in shared blocks of bytes, as steps from row to row, in
 * slices that grow with their key. A hundred thousand people with long texts fit in some ten megabytes, and rows are only ever
 * added at the end.
 */
const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;
/** Bytes of a slice: the first of a key is small, most words are rare. The last four say where the next slice is. */
const SLICES = [12, 20, 40, 80, 160, 320, 640, 1280, 2560];
const LINK = 4;

export interface Found {
  readonly count: number;
  /** In rising order. A row that is put twice stands twice. */
  readonly rows: Int32Array;
  readonly hows: Uint8Array;
}

const NONE: Found = { count: 0, rows: new Int32Array(0), hows: new Uint8Array(0) };

export class Postings {
  readonly #keys = new Map<string, number>();
  readonly #blocks: Uint8Array[] = [];
  /** Where the next slice may begin. */
  #free = BLOCK;
  #heads = new Uint32Array(1024);
  #tails = new Uint32Array(1024);
  #ends = new Uint32Array(1024);
  #lasts = new Int32Array(1024);
  #counts = new Uint32Array(1024);
  #levels = new Uint8Array(1024);

  get keys(): number {
    return this.#keys.size;
  }

  get bytes(): number {
    return this.#blocks.length * BLOCK + this.#heads.length * 21;
  }

  /** Rows come in rising order. `how` is a byte. */
  add(key: string, row: number, how: number): void {
    const number = this.#keys.get(key) ?? this.#open(key);
    let step = row - (this.#lasts[number] as number);
    this.#lasts[number] = row;
    this.#counts[number] = (this.#counts[number] as number) + 1;
    for (; step > 127; step >>>= 7) this.#write(number, (step & 127) | 128);
    this.#write(number, step);
    this.#write(number, how);
  }

  read(key: string): Found {
    const number = this.#keys.get(key);
    if (number === undefined) return NONE;
    const count = this.#counts[number] as number;
    const [rows, hows] = [new Int32Array(count), new Uint8Array(count)];
    const next = this.#reader(number);
    let row = 0;
    for (let i = 0; i < count; i += 1) {
      let byte = next();
      let step = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = next();
        step |= (byte & 127) << shift;
      }
      row += step;
      rows[i] = row;
      hows[i] = next();
    }
    return { count, rows, hows };
  }

  #reader(number: number): () => number {
    let at = this.#heads[number] as number;
    let level = 0;
    let end = at + (SLICES[0] as number) - LINK;
    let block = this.#blocks[at >>> BLOCK_BITS] as Uint8Array;
    return () => {
      if (at === end) {
        at = readAddress(block, at & (BLOCK - 1));
        level = Math.min(level + 1, SLICES.length - 1);
        end = at + (SLICES[level] as number) - LINK;
        block = this.#blocks[at >>> BLOCK_BITS] as Uint8Array;
      }
      at += 1;
      return block[(at - 1) & (BLOCK - 1)] as number;
    };
  }

  #open(key: string): number {
    const number = this.#keys.size;
    this.#keys.set(key, number);
    if (number === this.#heads.length) this.#grow();
    const at = this.#slice(0);
    this.#heads[number] = at;
    this.#tails[number] = at;
    this.#ends[number] = at + (SLICES[0] as number) - LINK;
    return number;
  }

  #write(number: number, byte: number): void {
    let at = this.#tails[number] as number;
    if (at === this.#ends[number]) {
      const level = Math.min((this.#levels[number] as number) + 1, SLICES.length - 1);
      const next = this.#slice(level);
      writeAddress(this.#blocks[at >>> BLOCK_BITS] as Uint8Array, at & (BLOCK - 1), next);
      this.#levels[number] = level;
      this.#ends[number] = next + (SLICES[level] as number) - LINK;
      at = next;
    }
    (this.#blocks[at >>> BLOCK_BITS] as Uint8Array)[at & (BLOCK - 1)] = byte;
    this.#tails[number] = at + 1;
  }

  /** Room for a slice of that level, never across two blocks. */
  #slice(level: number): number {
    const size = SLICES[level] as number;
    if (this.#free + size > BLOCK) {
      if (this.#blocks.length === 1 << (32 - BLOCK_BITS)) throw new Error('the index of people is full: four gigabytes');
      this.#blocks.push(new Uint8Array(BLOCK));
      this.#free = 0;
    }
    const at = (this.#blocks.length - 1) * BLOCK + this.#free;
    this.#free += size;
    return at;
  }

  #grow(): void {
    const length = this.#heads.length * 2;
    this.#heads = into(new Uint32Array(length), this.#heads);
    this.#tails = into(new Uint32Array(length), this.#tails);
    this.#ends = into(new Uint32Array(length), this.#ends);
    this.#lasts = into(new Int32Array(length), this.#lasts);
    this.#counts = into(new Uint32Array(length), this.#counts);
    this.#levels = into(new Uint8Array(length), this.#levels);
  }
}

function into<T extends Uint8Array | Uint32Array | Int32Array>(larger: T, old: T): T {
  larger.set(old);
  return larger;
}

function writeAddress(block: Uint8Array, offset: number, address: number): void {
  for (let i = 0; i < LINK; i += 1) block[offset + i] = address >>> (i * 8);
}

const readAddress = (block: Uint8Array, offset: number): number =>
  ((block[offset] as number) |
    ((block[offset + 1] as number) << 8) |
    ((block[offset + 2] as number) << 16) |
    ((block[offset + 3] as number) << 24)) >>>
  0;
