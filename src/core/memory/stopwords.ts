/** Words that carry no content, folded and without apostrophes ("im" is "I'm"). They are never search terms. */
const english = `a about actually again ah all also am an and any anything are arent as at back be because been before being but by
 bye can cant could couldnt did didnt do does doesnt doing done dont down each else ever every for from get give go goes going got had
 hadnt has hasnt have havent having he hello hence her here hers herself hes hey hi him himself his how hows i id if ill im in into is
 isnt it its itself ive just kind let lets like lot made make many may maybe me mean might mine more most much must my myself no nor
 not now of off oh ok okay on once one only or other our ours ourselves out over own please quite rather really right said same say says
 shall she shes should shouldnt since so some something sort still stuff such than thank thanks that thats the their theirs them
 themselves then there theres these they theyre thing things this those though through thus to too under until up upon us very was wasnt
 we well went were werent weve what whats when whens where wheres which while who whom whos whose why whys will with without wont would
 wouldnt yeah yes yet nobody somebody someone everybody everyone anybody anyone you youd youll your youre yours yourself youve`;

const german = `aber ach alle allem allen aller alles als also am an ander andere anderem anderen anderer auch auf aus bei beim bin bis bisher
 bist bitte da dabei dadurch dafur dagegen dahin damit danach danke dann daran darauf darin darum das dass davon dazu dein deine deinem
 deinen deiner deines dem den denn der deren des deshalb dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch
 eben ein eine einem einen einer eines einfach einmal er es etwa etwas euch euer eure fur gab ganz gar gegen geht gern gerne gibt gibts
 habe haben habt halt hallo hast hat hatte hatten hattest hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins irgend
 ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinem keinen keiner konnen konnte mach mache machen macht mal man
 manche mehr niemand jemand mein meine meinem meinen meiner meines mich mir mit muss musst na nach nein nicht nichts noch nun nur ob oder ohne sagen
 sagt sagte sehr sei sein seine seinem seinen seiner seines selbst sich sie sind so sogar solche soll sollte sondern sonst tut uber um
 und uns unser unsere unserem unseren unserer unter usw vom von vor war waren warst warum was weil weiter welche welchem welchen welcher
 welches wem wen wenn wer werde werden wessen wie wieder will willst wir wird wirst wo wobei wogegen woher wohin womit wovon wozu
 wurde wurden zu zum zur zwar`;

const split = (list: string): readonly string[] => list.split(/\s+/);

export const stopwords: ReadonlySet<string> = new Set([...split(english), ...split(german)]);
