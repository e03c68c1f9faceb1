/** Who makes an Android device, by the model it writes about itself. */

/** The brand as people know it, and how its models begin. The most telling first. */
const BRANDS: readonly (readonly [brand: string, model: RegExp])[] = [
  ['Tecno', /^TECNO\b[ _-]?/i],
  ['Infinix', /^Infinix\b[ _-]?/i],
  ['itel', /^itel\b[ _-]?/i],
  ['Samsung', /^(?:SAMSUNG[ _-])|^(?=(?:SM|GT|SGH|SCH|SHV)-[A-Z0-9])|^(?=Galaxy\b)/i],
  ['Xiaomi', /^(?:Xiaomi[ _-])|^(?=(?:Redmi|POCO|Mi|MIX|M2\d{3}|2[0-9]{3,7}[A-Z0-9]{2,6})\b)/i],
  ['Huawei', /^(?:HUAWEI[ _-]?)|^(?=[A-Z]{3}-(?:L|LX|AL|TL|W|AN)\d)/],
  ['Honor', /^HONOR[ _-]?/i],
  ['Oppo', /^(?:OPPO[ _-])|^(?=CPH\d{4}|PC[A-Z]{2}\d{2})/i],
  ['Realme', /^(?:realme[ _-])|^(?=RMX\d{4})/i],
  ['Vivo', /^(?:vivo[ _-])|^(?=V2\d{3}[A-Z]?\b)/i],
  ['OnePlus', /^(?:OnePlus[ _-]?)|^(?=(?:AC|BE|CPH|DN|EB|GM|HD|IN|KB|LE|MT|NE|PHB)20\d{2}\b)/i],
  ['Google', /^(?=Pixel\b|Nexus\b)/i],
  ['Motorola', /^(?:motorola[ _-])|^(?=moto\b|XT\d{4})/i],
  ['Nokia', /^Nokia[ _-]?/i],
  ['HMD', /^HMD[ _-]/i],
  ['Lenovo', /^Lenovo[ _-]?/i],
  ['Alcatel', /^Alcatel[ _-]?/i],
  ['TCL', /^TCL[ _-]?/i],
  ['ZTE', /^ZTE[ _-]?/i],
  ['LG', /^(?:LGE?[ _-])|^(?=LM-[A-Z]\d)/i],
  ['Sony', /^(?:Sony[ _-]?)|^(?=XQ-[A-Z]{2}\d{2})/i],
  ['Asus', /^(?:ASUS[ _-]?)/i],
  ['Wiko', /^(?:WIKO[ _-]?)|^(?=W-[A-Z0-9]{4})/i],
  ['Condor', /^Condor[ _-]?/i],
  ['Amazon', /^(?=KF[A-Z]{2,5}\b)/],
  ['Nothing', /^(?=A0\d{2}\b)|^Nothing[ _-]/i],
];

/** `[brand, model]`; the model alone when nobody is known to name theirs so. */
export function brandOf(written: string): readonly [brand: string | null, model: string] {
  for (const [brand, prefix] of BRANDS) {
    const found = prefix.exec(written);
    if (found) return [brand, written.slice(found[0].length).trim() || written];
  }
  return [null, written];
}
