import { expect, test } from 'vitest';
import { renderSettings } from './settings.ts';

test('a caller cannot move the server off the loopback address', () => {
  const text = renderSettings(5432, { listen_addresses: '*', unix_socket_directories: '/tmp', port: 1 });
  expect(text).toContain("listen_addresses = '127.0.0.1'");
  expect(text).toContain("unix_socket_directories = ''");
  expect(text).toContain("port = '5432'");
});

test('a value cannot end its line and begin another setting', () => {
  expect(renderSettings(1, { application_name: String.raw`it's \x` })).toContain(
    String.raw`application_name = 'it''s \\x'`,
  );
  expect(() => renderSettings(1, { application_name: "a'\nfsync = off" })).toThrow('one line');
  expect(() => renderSettings(1, { 'fsync = off\nx': 1 })).toThrow('not the name of a Postgres setting');
});
