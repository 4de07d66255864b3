/** Server settings by name, as postgresql.conf spells them. */
export type Settings = Readonly<Record<string, string | number | boolean>>;

/**
 * What every embedded server has. No socket file and only the loopback address: nobody else on the network can knock.
 * The log never holds an error's own text, its detail or its statement, because each of them may quote a row.
 */
const BASE: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_checkpoints: false,
};

/** The text of the settings file. Later values win, and the caller cannot move the server off the loopback address. */
export function renderSettings(port: number, wanted: Settings = {}): string {
  const { listen_addresses, unix_socket_directories } = BASE;
  const all = { ...BASE, ...wanted, listen_addresses, unix_socket_directories, port };
  return Object.entries(all)
    .map(([name, value]) => `${checkedName(name)} = ${quoted(value)}\n`)
    .join('');
}

function checkedName(name: string): string {
  if (!/^[a-z][a-z0-9_.]*$/.test(name)) throw new Error(`"${name}" is not the name of a Postgres setting.`);
  return name;
}

function quoted(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  const text = String(value);
  if (/[\r\n]/.test(text)) throw new Error('The value of a Postgres setting is one line.');
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
