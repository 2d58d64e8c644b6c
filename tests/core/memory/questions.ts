/** What people ask, and how it is read: type, whom about, attribute, value; nothing where memory is not asked. */
export interface Asked {
  readonly said: string;
  readonly read: string;
}

const parse = (text: string): readonly Asked[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [said = "", read = ""] = line.split(" => ");
      return { said, read: read.trim() };
    });

/** Questions that the grammar was made with. */
export const familiar = parse(`
got any pets? => slot pet has
where's home for me? => slot self home
any foods i should avoid? => slot self allergy
what medication am i allergic to? => slot self allergy
what's the cat called? => slot cat name
what's the film called?
am i married? => slot self status
what do i drive? => slot self car
wie heißt die katze? => slot cat name
hab ich allergien? => slot self allergy
wie werde ich genannt? => slot self nickname
wohin fliege ich? => slot self plan
gdzie mieszkam? => slot self home
what's my dog called? => slot dog name
do you know my dog's name => slot dog name
name of my dog? => slot dog name
who is Rex? => who Rex
where do I live => slot self home
what am I allergic to? => slot self allergy
am I allergic to anything? => slot self allergy
am I allergic to peanuts? => check self allergy peanuts
can I eat peanuts? => check self allergy peanuts
what do you know about me? => about self
how old am I => slot self age
wie heißt mein Hund? => slot dog name
weißt du noch, wie ich heiße? => slot self name
wo wohne ich? => slot self home
wogegen bin ich allergisch? => slot self allergy
wer ist Rex? => who Rex
what pets do I have? => slot pet has
what do I do for a living? => slot self work
tell me my name => slot self name
what is my name? => slot self name
what is my dog called? => slot dog name
whats my dogs name => slot dog name
What was the name of my dog again? => slot dog name
do you remember where my sister lives? => slot sister home
what's my favourite colour? => slot self favourite colour
what colour is my car? => slot car colour
Was ist meine Lieblingsfarbe? => slot self favourite colour
Wann habe ich Geburtstag? => slot self birthday
when is my sister's birthday? => slot sister birthday
how old is my dog => slot dog age
how many cats do I have? => slot cat has
what are my cats called? => slot cat name
what are the names of my cats? => slot cat name
do I have any pets? => slot pet has
Hi Familiar, do you remember what my name is? => slot self name
who am I? => slot self name
Bin ich gegen Nüsse allergisch? => check self allergy Nüsse
darf ich Erdnüsse essen? => check self allergy Erdnüsse
comment s'appelle mon chien ? => slot dog name
¿cómo me llamo? => slot self name
what's the weather in Oslo?
why is the sky blue?
how are you?
who are you?
what can you do?
can you tell me a joke?
what time is it?
do you like pizza?
who won the game yesterday?
tell me about my sister => about sister
my dog's name? => slot dog name
mein Name? => slot self name
what languages do I speak => slot self language
where does my brother work? => slot brother workplace
What's the name of my sister's dog? => slot sister's dog name
Kannst du mir sagen, wie meine Katze heißt? => slot cat name
erinnerst du dich an meinen Namen? => slot self name
was weißt du über mich? => about self
what did I tell you about Rex => who Rex
what kind of car do I drive => slot car kind
who is my sister? => slot sister name
where am I from? => slot self origin
what do i like => slot self likes
do I like olives? => check self likes olives
can I have a glass of milk? => check self allergy a glass of milk
is it raining?
can I ask you something?
what should I do?
was soll ich machen?
wer ist der Bundeskanzler?
who is the president of France?
my dog Rex is great
`);

/** Questions written apart from the grammar. */
export const apart = parse(`
my name, please? => slot self name
Do you happen to know what I'm called? => slot self name
what was my name again? => slot self name
remind me what my name is => slot self name
what's the name of our goldfish? => slot goldfish name
what did we call our boat? => slot boat name
What is the hamster's name? 
tell me my sister's name => slot sister name
Who's my boss? => slot boss name
How old is my daughter? => slot daughter age
what's my age? => slot self age
In which city do I live? => slot self home
which town am I living in? => slot self home
Where does my aunt live? => slot aunt home
Where do I come from? => slot self origin
where is my cousin from => slot cousin origin
what's my occupation => slot self work
what does my husband do for work? => slot husband work
where do I work these days? => slot self workplace
what am I studying? => slot self study
Do I have any allergies? => slot self allergy
is there anything I'm allergic to? => slot self allergy
am I allergic to latex? => check self allergy latex
may I drink milk? => check self allergy milk
Is my son allergic to nuts? => check son allergy nuts
what do I like to eat? => slot self likes
what do I hate? => slot self dislikes
do I like moths? => check self likes moths
which languages can I speak? => slot self language
When is my birthday? => slot self birthday
when's my mum's birthday? => slot mother birthday
what is my favourite season? => slot self favourite season
my favourite author? => slot self favourite author
what instrument do I play? => slot self plays
what's my locker code? => slot self locker code
What's my dog's favourite toy? => slot dog favourite toy
what colour is my bike? => slot bicycle colour
do I have a boat? => slot boat has
how many brothers do I have? => slot brother has
what have I told you about my sister? => about sister
what do you remember about me? => about self
who is Clementine? => who Clementine
do you remember who Theo is?
wie war noch mal mein Name? => slot self name
Kannst du mir meinen Namen sagen? => slot self name
Wie heißen unsere Hühner? => slot chicken name
Weißt du, wie mein Bruder heißt? => slot brother name
wie alt ist meine Oma => slot grandmother age
Wo wohnt meine Tante? => slot aunt home
Woher stamme ich? => slot self origin
Was mache ich beruflich? => slot self work
Wo arbeitet mein Mann? => slot husband workplace
Habe ich Allergien? => slot self allergy
Worauf reagiere ich allergisch? => slot self allergy
Kann ich Sesam essen? => check self allergy Sesam
Was esse ich gern? => slot self likes
Mag ich Koriander? => check self likes Koriander
Welche Sprachen spreche ich? => slot self language
Wann hat meine Mutter Geburtstag? => slot mother birthday
Was ist mein Lieblingstier? => slot self favourite animal
Welche Haustiere habe ich? => slot pet has
Was weißt du über meinen Bruder? => about brother
Wer ist Smilla? => who Smilla
what is love?
who invented the telephone?
can you help me?
what should I cook tonight?
how do I get to the station?
where can I buy bread?
what's the time?
why am I so tired?
do I need an umbrella?
am I late?
can I go now?
should I call her?
what did you say?
is that my fault?
who was that?
my dog is sleeping
Wie geht es dir?
Was machst du gerade?
Wie spät ist es?
Was soll ich kochen?
Kann ich gehen?
Bin ich zu spät?
Wer hat gewonnen?
`);
