import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSdk, sdkClient, type SdkRequest } from '../../tools/referee/sdk.ts';
import {
  authorization,
  canonicalQuery,
  canonicalRequest,
  dateTimeOf,
  signature,
  signedNames,
  signingKeys,
  stringToSign,
} from './sign.ts';
import { createSigner } from './signer.ts';
import vectors from './sign.vectors.json' with { type: 'json' };

const hex = (keys: ReturnType<typeof signingKeys>) =>
  Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, key.toString('hex')]));

const scope = {
  date: vectors.date.slice(0, 8),
  region: vectors.region,
  service: vectors.service,
};
const now = Date.UTC(2024, 4, 6, 7, 8, 9);

describe('the published facts', () => {
  test('a moment is written as the header wants it', () => {
    expect(dateTimeOf(now)).toBe(vectors.date);
  });

  test('every step of the key', () => {
    expect(hex(signingKeys(vectors.secretAccessKey, scope))).toEqual(vectors.derivedKeysHex);
  });

  for (const vector of vectors.vectors) {
    test.each(vector.variants)(`${vector.title}, signed like $client`, (variant) => {
      const url = new URL(vector.url);
      const all: Record<string, string> = {
        accept: 'application/json',
        'content-type': 'application/json',
        host: url.host,
        'x-jdcloud-date': vectors.date,
        'x-jdcloud-nonce': vectors.nonce,
      };
      const headers = Object.fromEntries(
        variant.signedHeaders.split(';').map((name) => [name, all[name] ?? 'missing']),
      );
      const canonical = canonicalRequest({
        method: vector.method,
        path: url.pathname,
        query: url.search.slice(1),
        headers,
        body: vector.body,
      });
      expect(canonical).toBe(variant.canonicalRequest);
      const text = stringToSign(vectors.date, scope, canonical);
      expect(text).toBe(variant.stringToSign);
      const key = signingKeys(vectors.secretAccessKey, scope).kSigning;
      expect(signature(key, text)).toBe(variant.signature);
      expect(signedNames(headers).join(';')).toBe(variant.signedHeaders);
      expect(authorization('TESTAK', scope, signedNames(headers), variant.signature)).toBe(
        `JDCLOUD2-HMAC-SHA256 Credential=TESTAK/20240506/cn-north-1/vm/jdcloud2_request, SignedHeaders=${variant.signedHeaders}, Signature=${variant.signature}`,
      );
    });

    test(`${vector.title}: the signer sends what the Go SDK would`, () => {
      const url = new URL(vector.url);
      const headers = createSigner().sign(
        {
          method: vector.method,
          host: url.host,
          path: url.pathname,
          query: url.search.slice(1),
          body: vector.body,
          region: vectors.region,
          service: vectors.service,
        },
        { accessKey: vectors.accessKeyId, secretKey: vectors.secretAccessKey },
        now,
        vectors.nonce,
      );
      const expected = vector.variants.find(({ client }) => client.startsWith('Go'));
      expect(headers['authorization']).toContain(`SignedHeaders=${expected?.signedHeaders},`);
      expect(headers['authorization']).toContain(`Signature=${expected?.signature}`);
    });
  }

  test("the worked example of the vendor's signature page", () => {
    const { published } = vectors;
    const its = { date: '20190214', region: published.region, service: published.service };
    const canonical = canonicalRequest(published);
    expect(canonical).toBe(published.canonicalRequest);
    const text = stringToSign(published.date, its, canonical);
    expect(text).toBe(published.stringToSign);
    const keys = signingKeys(published.secretAccessKey, its);
    expect(hex(keys)).toEqual(published.derivedKeysHex);
    expect(signature(keys.kSigning, text)).toBe(published.signature);
  });

  test('ten comes before two, and a bare name keeps its sign', () => {
    expect(canonicalQuery('f.2=b&f.10=c&f.1=a&bare')).toBe('bare=&f.1=a&f.10=c&f.2=b');
  });
});

describe("the vendor's SDK agrees", () => {
  const sdk = loadSdk();
  const credentials = { accessKeyId: 'AK', secretAccessKey: 'secret 秘密' };
  const client = sdkClient(sdk, 'vm', {
    host: 'vm.example.com:8443',
    protocol: 'https',
    accessKey: credentials.accessKeyId,
    secretKey: credentials.secretAccessKey,
  });

  /** What the SDK would send, with what it signed. */
  function signedBySdk(request: SdkRequest, service: string) {
    const signer = new sdk.SignerV2(request, service);
    signer.addAuthorization(credentials);
    const headers: Record<string, string> = {};
    request.request.headers.forEach((value, name) => (headers[name.toLowerCase()] = value));
    const { authorization: auth = '', 'user-agent': _, ...signed } = headers;
    return { canonical: signer.canonicalString(), authorization: auth, headers: signed };
  }

  // Odd characters on purpose; "unit" alone would mostly give plain letters. Unpaired surrogates are no text.
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom(
        ...Array.from('测试主机云 !\'()*+&=?#%/\\:;,@$~._-[]{}|^`"<>\n\t\u00e9😀'),
      ),
      maxLength: 12,
    }),
  );
  const segment = text.filter((value) => !value.includes('/'));
  const filter = fc.record({ name: text, values: fc.array(text, { maxLength: 14 }) });
  const query = fc
    .record({
      filters: fc.array(filter, { maxLength: 12 }),
      plain: fc.dictionary(text, text, { maxKeys: 4 }),
      repeated: fc.array(text, { maxLength: 3 }),
    })
    .map(({ filters, plain, repeated }) => {
      const pairs: Record<string, unknown> = { ...plain };
      filters.forEach(({ name, values }, n) => {
        pairs[`filters.${n + 1}.name`] = name;
        values.forEach((value, m) => (pairs[`filters.${n + 1}.values.${m + 1}`] = value));
      });
      // The SDK does not send an empty list.
      return repeated.length > 0 ? { ...pairs, 'same.name': repeated } : pairs;
    });

  test('on canonical strings and signatures of generated requests', () => {
    fc.assert(
      fc.property(
        fc.record({
          method: fc.constantFrom('GET', 'DELETE', 'POST', 'PATCH'),
          id: segment,
          region: fc.constantFrom('cn-north-1', 'cn-east-2'),
          query,
          body: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text))),
          token: fc.option(fc.stringMatching(/^[A-Za-z0-9+/ ]{1,20}[A-Za-z0-9=]$/)),
        }),
        (input) => {
          const hasBody = input.method === 'POST' || input.method === 'PATCH';
          const request = new sdk.core.JCRequest(
            client,
            '/regions/{regionId}/instances/{id}:act',
            input.method,
            { regionId: input.region, id: input.id },
            hasBody ? {} : input.query,
            input.token === null ? {} : { 'x-jdcloud-security-token': input.token },
            {},
            hasBody ? input.body : null,
            ['application/json'],
            ['application/json'],
            null,
          );
          const theirs = signedBySdk(request, 'vm');
          const url = new URL(request.request.url);
          const ours = canonicalRequest({
            method: input.method,
            path: url.pathname,
            query: url.search.slice(1),
            headers: theirs.headers,
            body: hasBody ? JSON.stringify(input.body) : '',
          });
          expect(ours).toBe(theirs.canonical);

          const dateTime = theirs.headers['x-jdcloud-date'] ?? '';
          const its = { date: dateTime.slice(0, 8), region: input.region, service: 'vm' };
          const key = signingKeys(credentials.secretAccessKey, its).kSigning;
          const value = signature(key, stringToSign(dateTime, its, ours));
          expect(authorization('AK', its, signedNames(theirs.headers), value)).toBe(
            theirs.authorization,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
