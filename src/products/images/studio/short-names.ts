/** What a picture is called where its whole description has no room. */
const LONGEST_NAME = 40;

export function shortened(prompt: string, most = LONGEST_NAME): string {
  const letters = [...prompt.replace(/\s+/g, ' ')];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : letters.join('');
}
