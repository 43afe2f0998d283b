// A certified provider (oidc-provider) on loopback. Prints its issuer, and lives until its standard input ends.
// Whoever comes is the person named by PERSON, a JSON object of claims; its amr is what they showed.
// Arguments: client id, client secret, redirect URI.
import { createInterface } from 'node:readline';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [clientId, clientSecret, redirectUri] = process.argv.slice(2);
const person = JSON.parse(process.env.PERSON);
const server = createServer((request, response) => answer(request, response));
let answer;

server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    }],
    pkce: { required: () => true },
    scopes: ['openid', 'email', 'profile'],
    claims: {
      openid: ['sub', 'groups', 'amr'], email: ['email', 'email_verified'], profile: ['name'],
    },
    features: { devInteractions: { enabled: false } },
    findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, ...person }) }),
    interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
    // the person agrees to everything
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  answer = (request, response) => {
    if (request.url.startsWith('/interaction/')) {
      provider.interactionFinished(request, response, { login: { accountId: person.sub, amr: person.amr } });
    } else {
      provider.callback()(request, response);
    }
  };
  console.log(issuer);
});
createInterface({ input: process.stdin }).on('close', () => process.exit(0));
