/** How hard a password is to guess, roughly: a hint while typing. The server decides what is accepted. */

/** 0 to 3. Length counts most: four plain words beat one decorated one; repeated and neighbouring signs add nothing. */
export function strengthOf(password: string): number {
  const signs = [...password.toLowerCase()];
  const fresh = signs.filter((sign, index) => {
    const before = signs[index - 1]?.codePointAt(0) ?? -9;
    return (
      Math.abs((sign.codePointAt(0) ?? 0) - before) > 1 &&
      !signs
        .slice(0, index)
        .join('')
        .includes(signs.slice(index - 1, index + 1).join(''))
    );
  }).length;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  const points = fresh + (kinds - 1) * 1.5;
  if (password.length < 8 || points < 8) return 0;
  return points < 11 ? 1 : points < 15 ? 2 : 3;
}
