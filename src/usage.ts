/** How the console is called: the options of `options.ts`, for people. */
export const usage = `Options (after --; each also as an environment variable, --read-only as VM_CONSOLE_READ_ONLY=true):
  --cloud simulator|jdcloud   which cloud to speak to (simulator)
  --profile NAME              a profile of ~/.jdc/config; else JDCLOUD_ACCESS_KEY and JDCLOUD_SECRET_KEY; repeatable,
                              to switch among them
  --host ADDRESS              where to listen (127.0.0.1)
  --port N                    0 picks a free one (8080)
  --allow-host NAME           a further host name the console may be reached by; repeatable
  --endpoint SERVICE=URL      vm, vpc, disk or monitor at another address; repeatable
  --sign-in link|key          with a link printed here, or with a key pair of the cloud (link on the loopback
                              address where there is a key, else key)
  --oidc-issuer URL           with an identity provider instead, which knows this console as --oidc-client ID
  --oidc-secret TEXT          its secret; better as VM_CONSOLE_OIDC_SECRET, or in --oidc-secret-file FILE
  --oidc-scope TEXT           what is asked for (openid profile email)
  --oidc-groups CLAIM         where the person's groups are (groups)
  --grant GROUP=PROFILE       its members may use that profile; with :read-only at the end, only look; repeatable
  --public-url URL            where browsers reach the console, for the provider to send them back to
  --session-key TEXT          seals sessions, the same for all replicas; better as VM_CONSOLE_SESSION_KEY
  --session-idle MINUTES      a session ends after so long without a call (60)
  --session-hours N           and after so long altogether (12)
  --trusted-proxy ADDRESS     believe X-Forwarded-For and -Proto of this address or network; repeatable
  --read-only                 refuse every write, and VNC
  --audit FILE                note every write there, a line of JSON each; - prints them
  --metrics-port N            serve /metrics there, for Prometheus
  --drain SECONDS             after SIGTERM, take calls for so long while /readyz says no (0)
  --instances N  --seed TEXT  the simulator's fleet (60, "vm-console")
  --speed N                   the simulator's transitions run N times as fast (1)
`;
