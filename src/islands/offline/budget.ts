/** A store within its bytes: what came first goes first. */

/** Adding up costs a phone a look at everything: at the first copy a worker keeps, then at every twenty-fifth. */
const EVERY = 25;
const copies = new Map<number, number>();

/** `stays` answers the paths that are never dropped. */
export async function keepWithin(store: Cache, budgetBytes: number, stays?: () => Promise<ReadonlySet<string>>): Promise<void> {
  const count = copies.get(budgetBytes) ?? 0;
  copies.set(budgetBytes, count + 1);
  if (count % EVERY !== 0) return;
  const kept = await stays?.();
  const keys = (await store.keys()).filter(({ url }) => !kept?.has(new URL(url).pathname)); // in the order they came
  const sizes = await Promise.all(keys.map((key) => sizeOf(store, key)));
  let held = sizes.reduce((sum, size) => sum + size, 0);
  for (const [place, key] of keys.entries()) {
    if (held <= budgetBytes) return;
    held -= sizes[place] ?? 0;
    await store.delete(key);
  }
}

async function sizeOf(store: Cache, key: Request): Promise<number> {
  const copy = await store.match(key, { ignoreVary: true });
  const said = Number(copy?.headers.get('content-length') ?? Number.NaN);
  return Number.isFinite(said) ? said : ((await copy?.blob())?.size ?? 0);
}
