import type { Words } from "./en.ts";

/** Was `familiar setup slack` sagt; was zu klicken ist, heißt wie in Slack selbst. */
export const slackSetupWords: Words["slackSetup"] = {
  botTokenMissing: () =>
    'Bot-Token: SLACK_BOT_TOKEN ist nicht gesetzt. https://api.slack.com/apps > Create New App > From a manifest, mit dem, was "npm run --silent familiar -- slack-manifest" druckt. Dann Install App > Install to Workspace, und das Bot User OAuth Token in SLACK_BOT_TOKEN eintragen, oder in eine Datei, die SLACK_BOT_TOKEN_FILE nennt.',
  botTokenRefused: () =>
    "Bot-Token: Slack nimmt das in SLACK_BOT_TOKEN nicht als das eines Bots. https://api.slack.com/apps > deine App > OAuth & Permissions > Bot User OAuth Token (es beginnt mit xoxb-), dann das dort eintragen.",
  botToken: (workspace, bot) => `Bot-Token: Slack kennt es, der Workspace heißt ${workspace} und der Bot ${bot}.`,
  scopes: () => "Scopes: alle nötigen sind da.",
  scopesMissing: (scopes) =>
    `Scopes: es fehlt ${scopes.join(", ")}. https://api.slack.com/apps > deine App > OAuth & Permissions > Bot Token Scopes > Add an OAuth Scope, dann Reinstall to Workspace.`,
  assistantScopeMissing: () =>
    "assistant:write ist nicht erteilt. Alles andere geht auch ohne; mit ihm schlägt Slack erste Fragen vor, wo jemand die App öffnet, und benennt die Gespräche dort. https://api.slack.com/apps > deine App > OAuth & Permissions > Bot Token Scopes > Add an OAuth Scope, dann Reinstall to Workspace.",
  scopesUntold: () => "Scopes: Dieser Server sagt nicht, welche erteilt sind.",
  appToken: () => "Socket Mode: Slack öffnet für das Token in SLACK_APP_TOKEN Sockets.",
  appTokenRefused: () =>
    "Socket Mode: Slack nimmt das Token in SLACK_APP_TOKEN nicht. https://api.slack.com/apps > deine App > Basic Information > App-Level Tokens > Generate Token and Scopes > connections:write (es beginnt mit xapp-), dann das dort eintragen.",
  appScopeMissing: () =>
    "Socket Mode: Dem Token in SLACK_APP_TOKEN fehlt connections:write. https://api.slack.com/apps > deine App > Basic Information > App-Level Tokens > eines mit diesem Scope erzeugen, dann das dort eintragen.",
  noWay: () =>
    "Socket Mode: SLACK_APP_TOKEN ist nicht gesetzt. https://api.slack.com/apps > deine App > Basic Information > App-Level Tokens > Generate Token and Scopes > connections:write. In SLACK_APP_TOKEN eintragen; oder, um stattdessen durch Anfragen erreicht zu werden, SLACK_SIGNING_SECRET und SLACK_PORT setzen.",
  http: (port, path) =>
    `Signierte Anfragen: Slack muss Port ${port} dieser Maschine über https erreichen, unter ${path}. Ob es das tut, sieht nur Slack: https://api.slack.com/apps > deine App > Event Subscriptions zeigt "Verified", während das Programm läuft.`,
  unseen: () =>
    'Ereignisse, den Befehl und die Knöpfe sieht man von hier nicht: Sie stimmen, wenn die App aus dem gemacht ist, was "npm run --silent familiar -- slack-manifest" druckt.',
  invite: (bot, command) => `In einem Kanal: /invite @${bot}, dann erwähnen, oder /${command} tippen.`,
  left: (steps) =>
    steps === 1
      ? "Slack ist noch nicht bereit: Was hinter dem Kreuz steht, ist noch zu tun."
      : `Slack ist noch nicht bereit: ${steps} Dinge sind noch zu tun, die hinter den Kreuzen.`,
};
