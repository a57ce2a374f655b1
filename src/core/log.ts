/** What whoever runs the program is told of it, a line each: what happened, never to whom. */
export type LogLevel = 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;
export type Log = (level: LogLevel, what: string, fields?: LogFields, fault?: unknown) => void;
/** Where nobody reads. */
export const silent: Log = () => undefined;
