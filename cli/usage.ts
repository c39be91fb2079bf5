import type { Language } from '../bookkeeping';

/** What `--help` says. The commands and options are the same in both; a test compares them. */
export const usage: Readonly<Record<Language, string>> = {
	en: `Puts a client of n8n-nodes-webshop-snelstart into an n8n, with everything that belongs to it, and
tries a SnelStart administration.

  webshop-snelstart init FILE       set a new client up: asks, looks at shop and administration, writes
                                    the client file FILE and imports it
  webshop-snelstart import FILE     create or update the client in FILE
  webshop-snelstart export CLIENT   write its settings as such a file to the screen
  webshop-snelstart move FILE       move the rows of the client in FILE to where --store says
  webshop-snelstart remove CLIENT   take its workflows and credentials away
  webshop-snelstart package FILE    write the client in FILE as one package for n8n, without secrets,
                                    which n8n takes in at once
  webshop-snelstart probe REPORT    try on a TEST administration what is taken for granted of
                                    SnelStart, and write what was found to the file REPORT
  webshop-snelstart office [PATH]   create or update the page on which an office sees all its clients,
                                    at PATH, else "office"
  webshop-snelstart invite FILE     make a link by which the owner of the client in FILE connects the
                                    administration, or with --shop a WooCommerce shop

  --n8n URL         address of n8n (or N8N_URL in the environment)
  --allow-http      send the key over http to another machine, where everyone on the way can read it
  --webhooks URL    where n8n's webhooks answer, when that is not URL/webhook
  --dry-run         import, move, remove, invite, office: only say what would be done
  --overwrite       import, move, office: replace also what was changed in n8n
  --renew-secrets   import, office: write the secrets of credentials that are there again
  --store NAME      import, move: keep the rows in postgres or in dataTables
  --inactive        import: leave off what starts by itself
  --out FILE        package: where it is written, else CLIENT.n8np
  --answers FILE    init: answers to its questions, as {"client": "bloom", "url": "https://…"}
  --with-data       remove: also delete the client's rows in the data tables
  --shop NAME       invite: the shop to connect
  --postgres NAME   office: the credential of the PostgreSQL that has the clients' rows
  --app NAME        invite: the short name of your app at SnelStart (or SNELSTART_APP in the environment)
  --days NUMBER     invite: how long the link works, else 7 days

  --snelstart URL         probe, init: another address than SnelStart's own, such as that of the sandbox
  --snelstart-token URL   probe, init: likewise, of its tokens
  --only ID,ID            probe: these assumptions only
  --despite-bookings      probe: run although the administration has bookings; then also
  --administration NAME   its name, exactly as SnelStart shows it

Secrets come from the environment, or are asked for: N8N_API_KEY (from Settings, n8n API),
SNELSTART_CLIENT_KEY, SNELSTART_SUBSCRIPTION_KEY, and per shop, with its short name in capitals, for
example WOOCOMMERCE_CONSUMER_KEY, WOOCOMMERCE_CONSUMER_SECRET and JOUWWEB_TOKEN; of what the file asks
for DASHBOARD_PASSWORD, PAYOUT_UPLOAD_PASSWORD, ORDER_FILE_PASSWORD and POSTGRES_PASSWORD; of office
OFFICE_PASSWORD. --api-key KEY works too, but whatever stands on a command line is kept in the history
of the shell.

The command speaks Dutch where LC_ALL, LC_MESSAGES or LANG begins with nl, as in LANG=nl_NL.UTF-8.`,
	nl: `Zet een klant van n8n-nodes-webshop-snelstart in een n8n, met alles wat erbij hoort, en beproeft een
administratie van SnelStart.

  webshop-snelstart init FILE       een nieuwe klant inrichten: stelt vragen, bekijkt winkel en
                                    administratie, schrijft het klantbestand FILE en importeert het
  webshop-snelstart import FILE     de klant in FILE maken of bijwerken
  webshop-snelstart export CLIENT   zijn instellingen als zo'n bestand op het scherm zetten
  webshop-snelstart move FILE       de rijen van de klant in FILE verhuizen naar wat --store zegt
  webshop-snelstart remove CLIENT   zijn workflows en credentials weghalen
  webshop-snelstart package FILE    de klant in FILE als één pakket voor n8n schrijven, zonder geheimen,
                                    dat n8n in één keer opneemt
  webshop-snelstart probe REPORT    op een TESTadministratie beproeven wat van SnelStart wordt
                                    aangenomen, en wat gevonden is in het bestand REPORT schrijven
  webshop-snelstart office [PATH]   de pagina maken of bijwerken waarop een kantoor al zijn klanten ziet,
                                    op PATH, anders "office"
  webshop-snelstart invite FILE     een link maken waarmee de eigenaar van de klant in FILE de
                                    administratie verbindt, of met --shop een winkel van WooCommerce

  --n8n URL         adres van n8n (of N8N_URL in de omgeving)
  --allow-http      de sleutel over http naar een andere machine sturen, waar ieder onderweg hem kan lezen
  --webhooks URL    waar de webhooks van n8n antwoorden, als dat niet URL/webhook is
  --dry-run         import, move, remove, invite, office: alleen zeggen wat er gedaan zou worden
  --overwrite       import, move, office: ook vervangen wat in n8n is gewijzigd
  --renew-secrets   import, office: de geheimen van credentials die er al zijn opnieuw schrijven
  --store NAME      import, move: de rijen bewaren in postgres of in dataTables
  --inactive        import: uit laten wat vanzelf start
  --out FILE        package: waar het geschreven wordt, anders CLIENT.n8np
  --answers FILE    init: antwoorden op de vragen, als {"client": "bloom", "url": "https://…"}
  --with-data       remove: ook de rijen van de klant in de datatabellen verwijderen
  --shop NAME       invite: de winkel die verbonden wordt
  --postgres NAME   office: de credential van de PostgreSQL met de rijen van de klanten
  --app NAME        invite: de korte naam van uw app bij SnelStart (of SNELSTART_APP in de omgeving)
  --days NUMBER     invite: hoe lang de link werkt, anders 7 dagen

  --snelstart URL         probe, init: een ander adres dan dat van SnelStart, zoals dat van de sandbox
  --snelstart-token URL   probe, init: evenzo, van de tokens
  --only ID,ID            probe: alleen deze aannames
  --despite-bookings      probe: ook als de administratie boekingen heeft; geef dan ook
  --administration NAME   haar naam, precies zoals SnelStart die toont

Geheimen komen uit de omgeving, of er wordt naar gevraagd: N8N_API_KEY (uit Settings, n8n API),
SNELSTART_CLIENT_KEY, SNELSTART_SUBSCRIPTION_KEY, en per winkel, met haar korte naam in hoofdletters,
bijvoorbeeld WOOCOMMERCE_CONSUMER_KEY, WOOCOMMERCE_CONSUMER_SECRET en JOUWWEB_TOKEN; als het bestand
erom vraagt DASHBOARD_PASSWORD, PAYOUT_UPLOAD_PASSWORD, ORDER_FILE_PASSWORD en POSTGRES_PASSWORD; van
office OFFICE_PASSWORD. --api-key KEY werkt ook, maar wat op een opdrachtregel staat, blijft bewaard in
de geschiedenis van de shell.

Het commando spreekt Engels, behalve waar LC_ALL, LC_MESSAGES of LANG met nl begint, zoals
LANG=nl_NL.UTF-8.`,
};
