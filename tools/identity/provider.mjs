// An OpenID Connect provider for tests: whoever types a name is that person, in the groups that name is in.
import { createServer } from 'node:http';
// @ts-expect-error -- it brings no types, and is not installed where only the product is
import { Provider } from 'oidc-provider';

/** @type {Record<string, { name: string, groups: string[] }>} */
const people = {
  reader: { name: 'Rita Reader', groups: ['staff', 'vm-viewers'] },
  writer: { name: 'Wang Wei', groups: ['vm-admins'] },
  nobody: { name: 'Norbert', groups: ['staff'] },
};

/** With an icon: a browser that has to look for one complains when there is none. */
const page = (/** @type {string} */ content) =>
  `<!doctype html><title>Provider</title><link rel="icon" href="data:," />${content}`;

const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const address = server.address();
const port = typeof address === 'object' ? address?.port : 0;
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'vm-console',
      client_secret: 'secret-of-the-client',
      redirect_uris: ['http://127.0.0.1/session/callback'],
      post_logout_redirect_uris: ['http://127.0.0.1/'],
    },
  ],
  claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
  scopes: ['openid', 'profile', 'email', 'groups'],
  cookies: { keys: ['only for tests'] },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      async logoutSource(/** @type {any} */ context, /** @type {string} */ logoutForm) {
        const yes = '<button form="op.logoutForm" name="logout" value="yes">Sign out</button>';
        context.body = page(`${logoutForm}${yes}`);
      },
    },
  },
  interactions: {
    url: (/** @type {unknown} */ _, /** @type {{ uid: string }} */ { uid }) => `/sign-in/${uid}`,
  },
  findAccount: (/** @type {unknown} */ _, /** @type {string} */ sub) => ({
    accountId: sub,
    claims: () => ({ sub, ...people[sub] }),
  }),
  // Nobody is asked whether the console may know his name.
  async loadExistingGrant(/** @type {any} */ { oidc }) {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    });
    grant.addOIDCScope('openid profile email groups');
    await grant.save();
    return grant;
  },
});
// Consoles of tests take free ports.
const onAnyPort = (/** @type {string} */ uri) =>
  uri.replace(/^http:\/\/127\.0\.0\.1:\d+/, 'http://127.0.0.1');
provider.Client.prototype.redirectUriAllowed = function (/** @type {string} */ uri) {
  return this.redirectUris.includes(onAnyPort(uri));
};
provider.Client.prototype.postLogoutRedirectUriAllowed = function (/** @type {string} */ uri) {
  return this.postLogoutRedirectUris.includes(onAnyPort(uri));
};

server.on('request', (request, response) => void answer(request, response));

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(request, response) {
  if (!request.url?.startsWith('/sign-in/')) return provider.callback()(request, response);
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return response.end(
      page(
        '<form method="post"><input name="login" aria-label="Name" /><button>Continue</button></form>',
      ),
    );
  }
  let body = '';
  for await (const chunk of request) body += chunk;
  const accountId = new URLSearchParams(body).get('login') ?? '';
  const result = people[accountId]
    ? { login: { accountId } }
    : { error: 'access_denied', error_description: 'no such person' };
  return provider.interactionFinished(request, response, result);
}

process.stdout.write(`Provider  ${issuer}\n`);
