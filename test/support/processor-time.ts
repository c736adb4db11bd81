/** Milliseconds of processor time that `work` takes in this process: unlike time on the wall it does not grow when the machine has other things to do. */
export function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
