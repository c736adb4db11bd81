/** Which request or job the running work belongs to, so that every log line of it can say so, down to the channel call. */
export interface RequestTrail {
  run<T>(requestId: string, work: () => T): T;
  current(): string | undefined;
}
