declare module '@echogarden/svoxpico-wasm' {
  /** The C interface of SVOX Pico; addresses and handles are numbers. */
  export interface PicoModule {
    readonly HEAPU8: Uint8Array;
    readonly HEAP16: Int16Array;
    readonly HEAP32: Int32Array;
    readonly FS: { writeFile(path: string, content: Uint8Array): void };
    _malloc(bytes: number): number;
    _pico_initialize(memory: number, bytes: number, outSystem: number): number;
    _pico_loadResource(system: number, path: number, outResource: number): number;
    _pico_getResourceName(system: number, resource: number, outName: number): number;
    _pico_createVoiceDefinition(system: number, voice: number): number;
    _pico_addResourceToVoiceDefinition(system: number, voice: number, resourceName: number): number;
    _pico_newEngine(system: number, voice: number, outEngine: number): number;
    _pico_putTextUtf8(engine: number, text: number, bytes: number, outTaken: number): number;
    _pico_getData(engine: number, buffer: number, bytes: number, outBytes: number, outType: number): number;
  }
  const make: () => Promise<PicoModule>;
  // biome-ignore lint/style/noDefaultExport: the package is not ours
  export default make;
}
