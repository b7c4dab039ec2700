import { type Service, services } from '../contract/operation.ts';

/** What a request to a service begins with. (A `URL` puts both together anew each time it is asked.) */
type Endpoint = Pick<URL, 'origin' | 'host'>;

/** Where each service is. Configuration alone says so; nothing a caller sends can. */
export type Endpoints = Readonly<Record<Service, Endpoint>>;

/**
 * The public endpoints, with those of `overrides` in their place.
 * @example defaultEndpoints({ vm: parseEndpoint('vm', 'http://vm.internal.cn-north-1.jdcloud-api.com') })
 */
export function defaultEndpoints(overrides: Partial<Record<Service, URL>> = {}): Endpoints {
  const at = (service: Service) => {
    const { origin, host } = overrides[service] ?? publicEndpoint(service);
    return { origin, host };
  };
  return { vm: at('vm'), vpc: at('vpc'), disk: at('disk'), monitor: at('monitor') };
}

function publicEndpoint(service: Service): URL {
  return new URL(`https://${service}.jdcloud-api.com`);
}

/**
 * Reads `vm=https://vm.example.com`, the form of `--endpoint`.
 * @throws Error that says what is wrong
 */
export function parseEndpointOption(text: string): { service: Service; url: URL } {
  const [, name = '', address = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const service = services.find((candidate) => candidate === name);
  if (!service) {
    throw new Error(
      `An endpoint is given as service=address, with a service of ${services.join(', ')}: for example vm=https://vm.jdcloud-api.com`,
    );
  }
  return { service, url: parseEndpoint(service, address) };
}

/**
 * An endpoint is a scheme and a host, perhaps with a port: the path of a request is the cloud's own.
 * @throws Error that says what is wrong
 */
export function parseEndpoint(service: Service, address: string): URL {
  const wrong = (why: string) =>
    new Error(`The endpoint of ${service} ${why}: for example https://${service}.jdcloud-api.com`);
  if (!URL.canParse(address)) throw wrong('is not an address with a scheme');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw wrong('must be http or https');
  if (url.username !== '' || url.password !== '') throw wrong('must not hold a user or password');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw wrong('must end after the host and port');
  }
  return url;
}
