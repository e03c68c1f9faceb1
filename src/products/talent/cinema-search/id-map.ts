/** Numbers of people to rows, in flat memory: a Map of a million entries would be several times as large. Open addressing. */
export class IdMap {
  #ids = new Float64Array(1 << 12);
  #rows = new Int32Array(1 << 12);
  #used = 0;

  get(id: number): number | undefined {
    const slot = this.#slotOf(id);
    return this.#ids[slot] === id ? this.#rows[slot] : undefined;
  }

  /** Ids are positive. A person who is gone keeps the slot. */
  set(id: number, row: number): void {
    if (this.#used * 2 >= this.#ids.length) this.#grow();
    const slot = this.#slotOf(id);
    if (this.#ids[slot] !== id) this.#used += 1;
    this.#ids[slot] = id;
    this.#rows[slot] = row;
  }

  /** The slot of that id, or the free one where it would go. */
  #slotOf(id: number): number {
    const mask = this.#ids.length - 1;
    let slot = (Math.imul(id % 0x7fffffff, 0x9e3779b1) >>> 7) & mask;
    while (this.#ids[slot] !== 0 && this.#ids[slot] !== id) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [ids, rows] = [this.#ids, this.#rows];
    this.#ids = new Float64Array(ids.length * 2);
    this.#rows = new Int32Array(ids.length * 2);
    this.#used = 0;
    for (let i = 0; i < ids.length; i += 1) if (ids[i] !== 0) this.set(ids[i] as number, rows[i] as number);
  }
}
