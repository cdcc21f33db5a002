import fc from 'fast-check';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {nodeCallerAddress} from '../../src/command/caller-address.js';
import {clientOf} from '../../src/limits/client-of.js';

const from = (remoteAddress: string | undefined) => ({incoming: {socket: {remoteAddress}}});
const request = (headers: Record<string, string> = {}) => new Request('http://x/', {headers});
const keyOf = (address: string | undefined) =>
  clientOf(undefined, () => {})(request(), from(address));

describe("a client's key", () => {
  const keys: readonly [address: string | undefined, key: string | undefined][] = [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
    ['::1', '::/64'],
    ['', undefined],
    [undefined, undefined],
    ['unknown', undefined],
    ['_hidden', undefined],
    ['203.0.113.256', undefined],
    ['203.0.113.7:4711', undefined],
    ['1.2.3.4\nforged line', undefined],
    [':::', undefined],
    ['2001:db8::1::2', undefined],
    ['x'.repeat(10_000), undefined],
  ];
  for (const [address, key] of keys) {
    it(`is ${key} for ${JSON.stringify(address)?.slice(0, 60)}`, () => {
      assert.equal(keyOf(address), key);
    });
  }

  it('is the same for all addresses of one customer, and another for the next', () => {
    const part = fc.integer({min: 0, max: 0xffff}).map((value) => value.toString(16));
    const half = fc.tuple(part, part, part, part).map((parts) => parts.join(':'));
    fc.assert(
      fc.property(half, half, half, half, (network, other, a, b) => {
        fc.pre(network !== other && !network.startsWith('0:0:0:0'));
        assert.equal(keyOf(`${network}:${a}`), keyOf(`${network}:${b}`));
        assert.notEqual(keyOf(`${network}:${a}`), keyOf(`${other}:${a}`));
      }),
    );
  });
});

describe('a client', () => {
  const forwarded = {'x-forwarded-for': '203.0.113.7'};

  it('is the address of the connection, whatever a header says', () => {
    const client = clientOf(undefined, () => {});
    assert.equal(client(request(forwarded), from('198.51.100.1')), '198.51.100.1');
    assert.equal(client(request(), from('127.0.0.1')), '127.0.0.1');
    assert.equal(client(request(), undefined), undefined);
  });

  it('is unknown behind a proxy that is not trusted, with one line in the log', () => {
    const lines: string[] = [];
    const client = clientOf(undefined, (line) => lines.push(line));
    for (const proxy of ['127.0.0.1', '::1', '10.1.2.3', '172.17.0.1', '192.168.1.1', 'fd00::1']) {
      assert.equal(client(request(forwarded), from(proxy)), undefined, proxy);
      assert.equal(client(request({forwarded: 'for=203.0.113.7'}), from(proxy)), undefined, proxy);
    }
    assert.deepEqual(lines.length, 1);
    assert.match(lines[0] ?? '', /TRUST_PROXY/);
  });

  it('is an IPv4 address also on a server that listens on IPv6, whatever a header says', () => {
    const client = clientOf(undefined, () => {});
    const sent: Record<string, string>[] = [{}, forwarded, {forwarded: 'for=192.0.2.1'}];
    for (const headers of sent) {
      assert.equal(client(request(headers), from('::ffff:198.51.100.1')), '198.51.100.1');
    }
  });

  it('is unknown behind a proxy that is not trusted, also on a server that listens on IPv6', () => {
    for (const callerAddress of [undefined, nodeCallerAddress(0)]) {
      const lines: string[] = [];
      const client = clientOf(callerAddress, (line) => lines.push(line));
      assert.equal(client(request(forwarded), from('::ffff:10.0.0.2')), undefined);
      assert.match(lines.join(), /TRUST_PROXY/);
    }
  });

  it('is the address from a trusted proxy, also a private one', () => {
    const client = clientOf(
      () => '10.1.2.3',
      () => {},
    );
    assert.equal(client(request(forwarded), from('127.0.0.1')), '10.1.2.3');
  });
});
