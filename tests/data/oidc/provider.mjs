// A real identity provider for tests, on a loopback port, with made-up people. Nothing of it is kept.
//
// It is npm's oidc-provider with a page of our own instead of a login form: a browser that comes to /interaction/UID goes on
// to /interaction/UID/as?account=NAME&level=LEVEL, and is logged in as that account. What a certified provider never does is
// done here when the page is asked for it (&tamper=WHAT): the ID token is changed, and signed again with the provider's key.
//
// Run: node provider.mjs FOLDER, where FOLDER holds node_modules. It prints one line of JSON: {"issuer": URL}.

import crypto from 'node:crypto';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = path.resolve(process.argv[2]);
const require = createRequire(path.join(folder, 'package.json'));
// What a provider prints while it starts is not for the test.
console.info = console.warn = console.log = () => {};
const { Provider } = await import(pathToFileURL(require.resolve('oidc-provider')).href);

const { privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = { ...privateKey.export({ format: 'jwk' }), kid: 'first', alg: 'RS256', use: 'sig' };
const ACCOUNTS = {
  kari: { email: 'kari@statsforvalteren.example', email_verified: true },
  per: { email: 'PER@statsforvalteren.example', email_verified: true },
  oda: { email: 'oda@statsforvalteren.example', email_verified: true },
  nils: { email: 'nils@statsforvalteren.example', email_verified: true },
  uverifisert: { email: 'kari@statsforvalteren.example', email_verified: false },
  fremmed: { email: 'fremmed@annetsteds.example', email_verified: true },
};

// What a test changes at /control: how long a device code lasts, and how often a terminal is told to slow down first.
let lasts = 600;
let slow = 0;
const server = http.createServer();
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'sfv-broker',
      client_secret: 'en-hemmelighet-bare-for-prover',
      application_type: 'native',
      redirect_uris: ['http://127.0.0.1/login/callback'],
      grant_types: ['authorization_code', 'urn:ietf:params:oauth:grant-type:device_code'],
      response_types: ['code'],
    },
  ],
  jwks: { keys: [key] },
  acrValues: ['low', 'substantial', 'high'],
  claims: { openid: ['sub', 'acr'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['bare-for-prover'] },
  features: {
    devInteractions: { enabled: false },
    deviceFlow: {
      enabled: true,
      userCodeInputSource: (ctx, form, _out, error) => (ctx.body = `<h1>${error ? error.name : 'Code'}</h1>${form}`),
      userCodeConfirmSource: (ctx, form) => (ctx.body = `<h1>Confirm</h1>${form}`),
      successSource: (ctx) => (ctx.body = '<h1>Done</h1>'),
    },
  },
  findAccount: (_ctx, id) => ACCOUNTS[id] && { accountId: id, claims: () => ({ sub: id, ...ACCOUNTS[id] }) },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  pkce: { required: () => true },
  ttl: { AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600, AccessToken: 60, DeviceCode: () => lasts },
});

let tamper = '';
const TAMPERING = {
  nonce: (claims) => ({ ...claims, nonce: 'another' }),
  'no-nonce': ({ nonce, ...claims }) => claims,
  audience: (claims) => ({ ...claims, aud: 'somebody-else' }),
  audiences: (claims) => ({ ...claims, aud: [claims.aud, 'somebody-else'], azp: claims.aud }),
  party: (claims) => ({ ...claims, azp: 'somebody-else' }),
  issuer: (claims) => ({ ...claims, iss: 'https://another.example' }),
  expired: (claims) => ({ ...claims, exp: claims.iat - 3600 }),
  future: (claims) => ({ ...claims, iat: claims.iat + 3600, exp: claims.exp + 7200 }),
  level: (claims) => ({ ...claims, acr: 'low' }),
  'no-level': ({ acr, ...claims }) => claims,
  signature: (claims) => claims,
  none: (claims) => claims,
  hmac: (claims) => claims,
  key: (claims) => claims,
};

function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function changed(token) {
  const [head, payload] = token.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url'));
  const claims = TAMPERING[tamper](JSON.parse(Buffer.from(payload, 'base64url')));
  if (tamper === 'none') return `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`;
  if (tamper === 'key') header.kid = 'unknown';
  if (tamper === 'hmac') {
    const signed = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
    const secret = crypto.createPublicKey(privateKey).export({ format: 'pem', type: 'spki' });
    return `${signed}.${crypto.createHmac('sha256', secret).update(signed).digest('base64url')}`;
  }
  const signed = `${encode(header)}.${encode(claims)}`;
  const by = tamper === 'signature' ? crypto.generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : privateKey;
  return `${signed}.${crypto.sign('sha256', signed, by).toString('base64url')}`;
}

async function interact(req, res, url) {
  const query = url.searchParams;
  if (!url.pathname.endsWith('/as')) {
    res.end('Who are you?');
    return;
  }
  tamper = query.get('tamper') ?? '';
  if (query.has('deny')) {
    await provider.interactionFinished(req, res, { error: 'access_denied' });
    return;
  }
  const accountId = query.get('account');
  const grant = new provider.Grant({ accountId, clientId: 'sfv-broker' });
  grant.addOIDCScope('openid email');
  const grantId = await grant.save();
  const login = { accountId, acr: query.get('level') ?? 'high' };
  await provider.interactionFinished(req, res, { login, consent: { grantId } });
}

const answer = provider.callback();
server.on('request', (req, res) => {
  const url = new URL(req.url, issuer);
  if (url.pathname.startsWith('/interaction/')) {
    interact(req, res, url).catch((error) => {
      res.statusCode = 500;
      res.end(String(error));
    });
    return;
  }
  if (url.pathname === '/control') {
    lasts = Number(url.searchParams.get('lasts') ?? lasts);
    slow = Number(url.searchParams.get('slow') ?? slow);
    tamper = url.searchParams.get('tamper') ?? tamper;
    res.end();
    return;
  }
  if (url.pathname === '/token' && slow > 0) {
    slow -= 1;
    res.writeHead(400, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    res.end('{"error":"slow_down"}');
    return;
  }
  if (url.pathname === '/token' && tamper) {
    const end = res.end.bind(res);
    res.end = (body) => {
      const told = JSON.parse(body);
      if (told.id_token) told.id_token = changed(told.id_token);
      const text = JSON.stringify(told);
      res.setHeader('content-length', Buffer.byteLength(text));
      return end(text);
    };
  }
  answer(req, res);
});
process.stdin.on('end', () => process.exit(0)).resume();
process.stdout.write(`${JSON.stringify({ issuer })}\n`);
