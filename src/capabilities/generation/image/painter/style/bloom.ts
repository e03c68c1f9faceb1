/** Light that spills: bright places glow over their edges. */
import { type Easel, sheet } from '../scene/easel.ts';

export function bloom(easel: Easel, strength: number): void {
  if (strength <= 0) return;
  const { pen, width, height, unit } = easel;
  const { canvas, pen: small } = sheet(width / 5, height / 5);
  small.imageSmoothingQuality = 'low';
  small.drawImage(easel.canvas, 0, 0, canvas.width, canvas.height);
  // Multiplied by itself, only what is bright is left.
  const { canvas: copy, pen: other } = sheet(canvas.width, canvas.height);
  other.drawImage(canvas, 0, 0);
  small.globalCompositeOperation = 'multiply';
  small.drawImage(copy, 0, 0);
  small.drawImage(copy, 0, 0);
  other.filter = `blur(${Math.max(1, unit / 5 / 42)}px)`;
  other.drawImage(canvas, 0, 0);
  pen.save();
  pen.globalCompositeOperation = 'screen';
  pen.globalAlpha = strength;
  pen.imageSmoothingQuality = 'medium';
  pen.drawImage(copy, 0, 0, width, height);
  pen.restore();
}
