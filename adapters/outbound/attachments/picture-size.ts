import { RefusedContent } from '../../../application/ports/attachment-checks.js';

/** Whoever opens a picture needs memory for all of its points, whatever its file is like. */
const limits = { side: 20_000, points: 100_000_000 } as const;

/** Throws for a picture that nobody can open (pixel flood). */
export function checkPictureSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new RefusedContent('not-of-kind');
  if (width > limits.side || height > limits.side || width * height > limits.points) throw new RefusedContent('too-many-pixels');
}
