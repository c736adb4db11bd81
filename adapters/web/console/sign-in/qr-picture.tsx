import { useMemo, type ReactNode } from 'react';
import { encode } from 'uqr';

/** Modules of white around it; four are asked for, one of them is the frame of the picture. */
const border = 3;

/** Drawn here: the secret in it goes nowhere. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { size, path } = useMemo(() => {
    const { data, size: width } = encode(text, { ecc: 'M', border: 0 });
    return { size: width, path: data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') };
  }, [text]);
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`${-border} ${-border} ${size + 2 * border} ${size + 2 * border}`} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
}
