/** Vite answers the address of the built file. */
declare module '*?url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: it is how Vite exports an address
  export default address;
}
