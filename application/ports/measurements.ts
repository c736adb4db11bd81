/** Counters and timings for the management port. Label values come from fixed sets, never from callers. */
export interface Measurements {
  count(name: CounterName, labels: Readonly<Record<string, string>>): void;
  time(name: TimerName, ms: number, labels: Readonly<Record<string, string>>): void;
}
export type CounterName = 'gateway_requests' | 'channel_reports' | 'callback_tries' | 'personal_bill_tries' | 'jobs_run' | 'security_events' | 'money_events' | 'text_sendings';
export type TimerName = 'gateway_ms' | 'channel_call_ms' | 'job_ms' | 'callback_ms' | 'personal_bill_ms' | 'cashier_ms';
