/** A call for people in the platform's log. */
export interface Alarm { readonly event: string; readonly orderNo: string | undefined; readonly kind: string | undefined }

export function alarmsIn(log: string): readonly Alarm[] {
  return log.split('\n').filter((line) => line.includes('"alarm":true')).flatMap((line) => {
    try {
      const { event, orderNo, kind } = JSON.parse(line) as { readonly event: string; readonly orderNo?: string; readonly kind?: string };
      return [{ event, orderNo, kind }];
    } catch {
      // The line in which a killed process ended.
      return [];
    }
  });
}
