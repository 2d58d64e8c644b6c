import { nounOf } from "../nouns.ts";
import { fold } from "../terms.ts";

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Occupations that their ending does not betray, folded. */
const known =
  setOf(`nurse chef cook pilot clerk vet judge guard coach guide barista nanny athlete spy monk nun priest mechanic secretary dj ceo
 cto cfo student pupil apprentice trainee intern architect freelancer pastor imam rabbi diplomat undergraduate postgraduate graduate postdoc
 journalist paramedic medic au-pair temp courier tailor butcher doctor gp physio professor dancer model sailor author actor actress waitress midwife housewife surgeon psychiatrist paediatrician physiotherapist astronaut undertaker chauffeur bouncer referee umpire
 sysadmin admin dba electrician magician vicar deacon curate bishop soldier sommelier concierge clown busker roadie au pair lumberjack fisherman
 lawyer plumber baker farmer carpenter technician au_pair rep cop
 arzt arztin koch kochin friseur friseurin student studentin schuler schulerin azubi lehrling praktikant praktikantin anwalt anwaltin richter
 richterin pfarrer pfarrerin pilot pilotin bauer bauerin architekt architektin jurist juristin krankenschwester hebamme pfleger pflegerin
 kaufmann kauffrau beamter beamtin rentner rentnerin hausfrau hausmann polizist polizistin soldat soldatin matrose schneider
 schneiderin tischler tischlerin backer backerin lehrer lehrerin metzger metzgerin gartner gartnerin fahrer fahrerin maler malerin schauspieler
 schauspielerin informatiker informatikerin ingenieur ingenieurin maurer winzer winzerin imker imkerin kellner kellnerin schlosser forster
 musiker musikerin sanger sangerin tierarzt tierarztin zahnarzt zahnarztin erzieher erzieherin verkaufer verkauferin berater beraterin
 entwickler entwicklerin programmierer programmiererin chemiker chemikerin physiker physikerin biologe biologin psychologe psychologin
 padagoge padagogin soziologe soziologin fotograf fotografin optiker optikerin elektriker elektrikerin mechaniker mechanikerin
 dachdecker klempner installateur redakteur redakteurin autor autorin professor professorin doktorand doktorandin`);

const ending =
  /(?:er|or|ist|ian|eer|man|woman|guard|smith|wright|keeper|worker|assistant|consultant|accountant|attendant|analyst|engineer|designer|developer|specialist|agent|officer|executive|representative|operator|hand|nurse|teacher|student|erin|istin|eurin|eur|ologe|ologin|anwalt|anwaltin|arzt|arztin|lehrer|pfleger|schwester|leiter|leiterin|mann|frau|assistent|assistentin|angestellte[rn]?|fachkraft|helferin)$/u;

/** Words that end like an occupation and are none. */
const not =
  setOf(`gamer hater later never other water tiger river power laser fever cider user boxer lover loser winner believer beginner newcomer riser dreamer sleeper reader smoker gamer foreigner stranger sinner mother father sister
 brother daughter teenager hater leader starter outsider bloomer learner monster lurker eater drinker member number matter letter water
 bother killer goner sucker keeper helper human person man woman listener thinker talker walker overthinker supporter watcher lister
 follower user owner sufferer survivor minor senior junior vegetarian pessimist optimist perfectionist feminist christian
 bit little lot mess fan cancer capricorn player customer passenger neighbor partner founder traveler traveller
 runner cancer fighter quitter spender saver over ever never other either together another later after better
 bruder schwester mutter vater tochter partner nachbar immer wieder lieber besser sicher sauer munter lecker super veganer vegetarier
 raucher anfanger spater leider weiter unter hinter peter alexander walter gunter dieter rainer werner xaver oliver oscar oskar
 christian tristan sebastian florian julian fabian adrian kilian damian brian ian vivian lilian jasper casper roger
 tyler spencer carter hunter parker chandler cooper heather amber jennifer esther ginger skyler taylor victor hector igor connor trevor
 taylor eleanor salvador theodor viktor rhiannon norman herman roman hermann luciano normann ullmann
 kartoffelmensch mensch hundemensch katzenmensch mann frau deutscher osterreicher schweizer berliner munchner hamburger kolner
 wiener londoner amerikaner italiener spanier englander turke fruhaufsteher linkshander rechtshander diabetiker allergiker epileptiker
 asthmatiker christ atheist nudist einzelganger optimist pessimist perfektionist feminist katholik schlafer genießer geniesser teilnehmer
 schwanger heiser bitter tapfer finster mager teuer hunger sommer winter besitzer kunde gewinner verlierer traumer`);

/** Whether a phrase, article off, names what somebody does for a living: by its last word ("software engineer"). */
export function isOccupation(phrase: string): boolean {
  const words = fold(phrase)
    .split(/[\s-]+/u)
    .filter((word) => word !== "");
  const head = words[words.length - 1] ?? "";
  if (nounOf(head)?.sort === "animal") return false;
  if (not.has(head) || not.has(head.replace(/in$/u, "")) || not.has(words[0] ?? "") || words.length > 3) return false;
  return known.has(head) || (head.length > 4 && ending.test(head));
}
