/** Conversations of one person each, parted by an empty line. Behind an arrow stands what the answer must hold. */
export const dialogues: readonly (readonly string[])[] = `
my dog is called Pepper
we renamed the dog, she's Nutmeg now
what is my dog's name? => Nutmeg

my favourite tea is lapsang souchong
i've gone off lapsang, it's rooibos these days
what's my favourite tea? => rooibos

my name is Jean-Luc
no wait it's Jean-Marc, typo
what's my name? => Jean-Marc

mein auto ist ein alter wartburg, den nenn ich Erich
wie heißt mein auto? => Erich

my name is Priya and my dog is called Rex
what's my dog's name? => Rex.
why is the sky blue?
no, my dog is Momo, Rex was the old one => Corrected: your dog is called Momo.
what is my dog called => Momo.
who is Rex?
what is my name? => Priya
what do you know about me?
forget my dog's name
what's my dog called?

my cat is called Rex
no, my cat is Momo, not Rex
what's my cat called => Momo

I'm allergic to peanuts and shellfish
can I eat peanuts?
what am I allergic to?
am I allergic to milk?
I'm not allergic to shellfish any more
what are my allergies

The neighbour feeds our tortoise Bruno on Sundays
who feeds the tortoise? => neighbour
what's my tortoise called => Bruno
forget about the tortoise
who feeds the tortoise?

mon chien s'appelle Rex
comment s'appelle mon chien ? => Rex
what is my dog called => Rex

meine Katze heißt Mia und ich wohne in Köln
wie heißt meine Katze? => Mia
wo wohne ich? => Köln
nein, meine Katze heißt Momo
Wie heißt meine Katze? => Momo
nicht Momo, sondern Minka
wie heißt meine Katze? => Minka
vergiss meine Katze
wie heißt meine Katze?
eigentlich wohne ich jetzt in Bonn
wo wohne ich => Bonn
vergiss das
wo wohne ich

I live in Leeds
actually I live in Porto now
where do I live? => Porto
forget that
where do I live?

my sister is called Ana. She lives in Rome.
what is my sister called => Ana
where does my sister live => Rome
who is Ana? => sister
forget everything you know about my sister
who is Ana?

off the record: my salary is 50000
what is my salary?

what's my dog called?
my dog's name is Bello
who is Bello => dog
what's my dog called? => Bello
it's Bolle, not Bello
what's my dog called? => Bolle
no, Balu
what's my dog called? => Balu

je m'appelle Luc
comment je m'appelle ? => Luc

I have two cats, Miso and Tofu
what are my cats called? => Miso and Tofu
what pets do I have? => Miso
do I have any pets?

Hi, I'm Tom, 34, from Leeds, and I work as a baker
how old am I? => 34
where am I from => Leeds
what do I do for a living? => baker

hi there, im kenji and ive got an axolotl called wasabi
whats my axolotl called? => wasabi
who is wasabi => axolotl
and my name? => kenji

Just so you know, I can't have shellfish.
Am I allergic to anything? => shellfish
could I eat shrimp?

Our hamster answers to Pickles
do you remember our hamster's name? => Pickles
Which animals do we have? => Pickles

Olumide is my name and I'm based in Lagos
where am I based? => Lagos
what's my name => Olumide

My mother-in-law's name is Greta
what is my mother in law called => Greta

I was born in Tallinn but live in Helsinki now
where do I live => Helsinki
where was I born => Tallinn

the name of our parrot is Captain Flint
what's the parrot's name? => Captain Flint
what do we call our parrot? => Captain Flint

I have three kids: Mila, Jonas and Theo
what are my kids called? => Mila
who is Theo => Theo
how many kids do I have => Mila

my best friend is called Aroha
what's my best friend's name => Aroha
what is my friend called? => Aroha

My daughter Inès plays the cello
what's my daughter called? => Inès
what instrument does my daughter play? => cello

I drive a Skoda
what car do I drive? => Skoda
what do I drive => Skoda

strawberries bring me out in a rash
am I allergic to strawberries? => strawberries

I'm lactose intolerant
what can't I eat? => lactose
can I drink milk?

My favorite food is ramen
what's my favourite food => ramen
what food do I like best? => ramen

I keep bees and two goats named Salt and Pepper
what are my goats called? => Salt and Pepper

My wife Yuki is a paediatrician
what does my wife do? => paediatrician
what is my wife's name => Yuki

my locker code is 4417
what's my locker code? => 4417

I'm learning Welsh
what am I learning? => Welsh

My flight to Lima leaves on 12 December
when does my flight leave? => 12 December

we adopted a greyhound last week, she's called Juniper
what's our greyhound called => Juniper
what is my dog called?

I work nights at the bakery on Elm Street
where do I work? => bakery

my brother Tariq lives in Doha and he is 29
where does my brother live? => Doha
how old is my brother? => 29

I hate coriander
what do I hate? => coriander
do I like coriander? => coriander

I am a vegetarian
am I vegetarian? => vegetarian
do I eat meat?

My cat's birthday is on 3 July
when is my cat's birthday => 3 July

I study marine biology in Bergen
what do I study? => marine biology

call me Ozzy
what's my name? => Ozzy
who am I? => Ozzy

I go by Sam, but my full name is Samantha Reyes
what is my full name? => Samantha Reyes
what should you call me => Sam

my son's teacher is Mrs Abernathy
who is my son's teacher? => Abernathy

Bella, my horse, is 12 years old
what is my horse called? => Bella
how old is my horse? => 12

this is my first time here. my tortoise shelly turned 80
how old is my tortoise => 80

I've been a nurse for ten years
what's my job => nurse

Grandma Edith turns 90 in March
how old is grandma Edith? => 90

I left the spare key under the blue flowerpot
where is the spare key? => flowerpot
where did I leave my spare key => flowerpot

The wifi password at the cabin is moonriver77
what's the wifi password at the cabin? => moonriver77

Our anniversary is on the 9th of June
when is our anniversary? => 9th of June

ich bin der Jörg und komm aus Bremen
wie heiße ich? => Jörg
woher komme ich? => Bremen

Unser Meerschweinchen heißt Krümel
Wie heißt unser Meerschweinchen? => Krümel
Wer ist Krümel? => Meerschweinchen

Meine Schwester Lotte wohnt in Graz.
Wo wohnt meine Schwester? => Graz
wie heißt meine schwester => Lotte

Haselnüsse vertrage ich nicht
Was vertrage ich nicht? => Haselnüsse
Darf ich Haselnüsse essen? => Haselnüsse
bin ich gegen Nüsse allergisch? => Haselnüsse

Ich hab ne Katze, die Mimi heißt
wie heißt meine katze => Mimi

Von Beruf bin ich Tischlerin
Was bin ich von Beruf? => Tischlerin

Ich arbeite seit drei Jahren als Krankenpfleger in Essen
als was arbeite ich? => Krankenpfleger

In Salzburg wohne ich seit 2019
Wo wohne ich? => Salzburg

Mein Auto ist ein Opel Corsa
Was ist mein Auto? => Opel Corsa
Was für ein Auto habe ich? => Opel Corsa

Am liebsten esse ich Käsespätzle
Was esse ich am liebsten? => Käsespätzle

Meine Tochter ist sechs und heißt Frieda
Wie heißt meine Tochter? => Frieda
Wie alt ist meine Tochter? => sechs

Am 14. Februar habe ich Geburtstag
wann habe ich Geburtstag? => 14. Februar

Der Hund meiner Oma heißt Waldi
Wie heißt der Hund meiner Oma? => Waldi

Ich habe zwei Söhne namens Paul und Emil
wie heißen meine Söhne? => Paul und Emil

Ich trinke keinen Kaffee
Trinke ich Kaffee? => Kaffee

Mein Lieblingsbuch ist Momo
Was ist mein Lieblingsbuch? => Momo

Unsere Nachbarin gießt im Urlaub die Blumen
Wer gießt die Blumen? => Nachbarin

Mi perra se llama Luna y vivo en Sevilla
¿cómo se llama mi perra? => Luna
¿dónde vivo? => Sevilla

Ik heet Sanne en mijn kat heet Pluis
hoe heet ik? => Sanne
hoe heet mijn kat? => Pluis

Mi chiamo Chiara e il mio gatto si chiama Neve
come si chiama il mio gatto? => Neve

Mon anniversaire est le 3 mai
c'est quand mon anniversaire ? => 3 mai

我的狗叫小白
我的狗叫什么？ => 小白

моего кота зовут Барсик
как зовут моего кота? => Барсик

Hey, Fatima here! I teach chemistry in Casablanca.
what's my name? => Fatima
what do I teach? => chemistry

They call me Bear
what do people call me? => Bear

my dogs r called Pip and Squeak
what are my dogs called => Pip

I named my succulent Gerald
what did I name my succulent? => Gerald
who's Gerald? => succulent

Sir Hops-a-lot is my rabbit
What is my rabbit's name? => Sir Hops-a-lot

My rabbit's called Sir Hops-a-lot, he is three
how old is my rabbit => three

I am Dr. Nadia Rahman
what is my name => Nadia Rahman

You can call me JJ.
my name? => JJ

I'm Kwame and this is my first time using a bot
what is my name? => Kwame

HI MY NAME IS OLGA AND MY CAT IS CALLED BORIS
what is my cat called? => BORIS
WHAT IS MY NAME? => OLGA

my boyfriends name is dmitri
whats my boyfriends name => dmitri

My twins are Leo and Max
what are my twins called => Leo

My kids' names are Ada, Bo and Cy
What are my kids' names? => Ada

My daughter's middle name is Rose
what is my daughter's middle name? => Rose

My blood type is O negative
what's my blood type? => O negative

My shoe size is 43
what is my shoe size? => 43

i work for the post office
where do i work => post office

I'm a retired firefighter living in Galway
what did I do for a living? => firefighter
where do I live => Galway

I moved from Quito to Montreal last year
where do I live? => Montreal

I come from a small village near Cusco
where do I come from? => Cusco

Nuts make me sick
am I allergic to nuts? => Nuts

I have coeliac disease
what's my condition? => coeliac

I'm deathly allergic to bee stings and penicillin
what am I allergic to? => penicillin

My son is allergic to kiwi
what is my son allergic to? => kiwi
can my son eat kiwi? => kiwi

I can't stand loud music but I adore jazz
do I like jazz? => jazz
what can't I stand? => loud music

My favourite season is autumn because of the leaves
what is my favourite season? => autumn

The best film ever is Spirited Away
what is the best film ever => Spirited Away

I speak Urdu, Punjabi and English
which languages do I speak? => Urdu, Punjabi and English
do I speak Punjabi? => Punjabi

my job interview is on Friday at 3
when is my job interview? => Friday

We're getting married in June
when are we getting married? => June

I'm training for the Boston marathon
what am I training for => Boston marathon

my granddad's farm is called Low Fell
what is my granddad's farm called? => Low Fell

My neighbour's dog is called Bruno and mine is called Toffee
what is my neighbour's dog called => Bruno

My ex is called Dan. My boyfriend is called Ravi.
who is Ravi? => boyfriend
who is my ex => Dan

remember that the bins go out on Tuesday
when do the bins go out? => Tuesday

Please remember: my locker is number 88
what number is my locker? => 88

Actually, I'm vegan
am I vegan? => vegan

my cat Luna hates the vacuum cleaner
what is my cat's name? => Luna
what does my cat hate? => vacuum

My little brother Femi turned 12 yesterday
how old is my brother? => 12
what's my brother called? => Femi

the tortoise's name is Speedy
what's the tortoise's name => Speedy
what is our tortoise called? => Speedy

there's a gecko living in my bathroom, I call him Steve
who is Steve? => gecko

Meine Eltern heißen Ruth und Karl
wie heißen meine Eltern? => Ruth und Karl
Wer ist Ruth? => Ruth

Moin, ich bin Fiete, 28, aus Husum
Wie alt bin ich? => 28
wie heisse ich => Fiete

Ich heiße Aylin und studiere Medizin in Gießen
was studiere ich? => Medizin

ich vertrag keine Milch
was vertrage ich nicht? => Milch

Meine Mama kommt aus Polen
Woher kommt meine Mutter? => Polen

Meine Lieblingsband sind die Ärzte
was ist meine Lieblingsband? => Ärzte

mein hund heisst bello und meine katze minka
wie heisst mein hund? => bello
wie heißt meine katze? => minka

Wir haben drei Hühner: Berta, Erna und Frieda
Wie heißen unsere Hühner? => Berta, Erna und Frieda

Ich wohne mit meinem Freund in Leipzig
wo wohne ich => Leipzig

Mein Sohn Ben ist vier Jahre alt und mag Dinosaurier
wie alt ist mein Sohn? => vier
was mag mein Sohn? => Dinosaurier

Ich bin Linkshänderin und arbeite bei der Bahn
Wo arbeite ich? => Bahn

Ich hab nächsten Freitag einen Zahnarzttermin
Wann habe ich den Zahnarzttermin? => Freitag

Der Schlüssel liegt unter der Fußmatte
Wo liegt der Schlüssel? => Fußmatte

Nenn mich einfach Toni
wie heiße ich? => Toni

Ich mag Spinnen überhaupt nicht
Mag ich Spinnen? => Spinnen
was mag ich nicht? => Spinnen

Auf Erdbeeren reagiere ich allergisch
worauf reagiere ich allergisch? => Erdbeeren

my name is Katharina and I have a cat named Pip
forget my name
what's my name?
what's my cat's name? => Pip

my dog's name is Rex
Actually his name is Rexy
what's my dog's name => Rexy

my dog's name is Rex
nope, it's Roxy
what is my dog called? => Roxy

my dog is called Rex
sorry, my dog is called Max
what is my dog called? => Max

I live in Oslo
I've moved to Bergen
where do I live? => Bergen

I'm 34
I turned 35 today
how old am I? => 35

I work as a nurse
I don't work as a nurse any more
what do I do for a living?

My sister is called Ana and my brother is called Bo
forget my sister
who is my sister?
who is my brother => Bo

My wifi password is hunter2
delete that please
what's my wifi password?

I'm allergic to peanuts. I'm allergic to cats.
Forget that I'm allergic to cats
what am I allergic to? => peanuts

you can forget about my brother
forget everything about me
I love jazz
please forget that I love jazz
do I like jazz?

I had a secret meeting with Bob at noon
forget what I just said
who did I have a meeting with?

don't remember this: I am pregnant
am I pregnant?

between you and me, I hate my boss
do I hate my boss?

my favourite colour is green
no, blue
what's my favourite colour? => blue

my favourite colour is green
my favourite colour is not green, it's blue
what's my favourite colour? => blue

my cat isn't called Rex but Momo
what's my cat called? => Momo

Mein Hund heißt Rex
Nein, er heißt Max
Wie heißt mein Hund? => Max

Mein Hund heißt Rex
Mein Hund heißt nicht Rex, sondern Rexi
Wie heißt mein Hund? => Rexi

Ich wohne in Bonn
Ich wohne nicht mehr in Bonn
Wo wohne ich?

Ich bin 40
Das stimmt nicht, ich bin 41
Wie alt bin ich => 41

Meine Schwester heißt Lea
Vergiss alles über meine Schwester
Wie heißt meine Schwester?

Mein Passwort ist geheim123
Bitte vergiss das wieder
Was ist mein Passwort?

Ich heiße Tom
Vergiss bitte meinen Namen
Wie heiße ich?

Ich esse gern Sushi
Kannst du das bitte vergessen?
was esse ich gern?

merk dir das nicht: ich bin schwanger

unter uns: ich mag meinen Chef nicht
mag ich meinen Chef?

my dog is called Rex
my dog is called Rex
my other dog is called Bo
what are my dogs called? => Rex
who is Bo => dog

don't forget my birthday is 3 March
when is my birthday? => 3 March

I forgot my umbrella
forget it

vergiss nicht, dass ich am Montag einen Termin habe
Wann habe ich einen Termin? => Montag

my dog's name is Rex. what's his name? => Rex

My name is not Bob, it's Rob
what is my name => Rob

It's spelled Katarina, my name is Katarina not Catarina
my name? => Katarina

wrong, I live in Ghent
where do I live => Ghent

my dog Rex died last year
what was my dog called? => Rex
forget Rex
what was my dog called?

I used to live in Rome but now I live in Milan
where do I live? => Milan

my dog is a labrador
what kind of dog do I have? => labrador
what breed is my dog? => labrador

my cat is black
what colour is my cat? => black

hello! i'm marisol, i've a parakeet named kiwi and i live in valparaíso
what's the name of my parakeet => kiwi
where do i live? => valparaíso
what is my name => marisol

Please call me Doc. I can't eat mango.
Can I have mango? => mango
what should you call me? => Doc

My gecko's name? It's Ziggy.
what is my gecko called? => Ziggy

the cat's name is Olive and she's 4
what's the cat's name? => Olive

My horse goes by the name Thunder, my pony by Flash
what's my horse called? => Thunder

My dad, Henrik, is a carpenter in Malmö
what does my dad do? => carpenter
what is my dad's name? => Henrik

One of my cats is called Socks
what is my cat called? => Socks

I have a son (Teddy) and a daughter (June)
what's my son called? => Teddy
what is my daughter called? => June

Our budgie is named Elvis; our rabbit, Priscilla.
what is our rabbit called? => Priscilla

you should know that I have a severe shellfish allergy
am I allergic to shellfish => shellfish

I cannot tolerate lactose or soy
what can't I tolerate? => lactose
can I eat soy? => soy

Erdbeeren sind für mich tabu, ich bin allergisch
darf ich Erdbeeren essen? => Erdbeeren

Gestatten, von Hagen, Friedrich von Hagen
mein Vater heißt Otto von Hagen
wie heißt mein Vater? => Otto von Hagen

Meine beiden Katzen heißen Lilli und Lotte
wie heißen meine Katzen? => Lilli und Lotte

Mein Kaninchen hört auf Hoppel
auf welchen Namen hört mein Kaninchen? => Hoppel

Unser Papagei ist 30 Jahre alt und heißt Coco
Wie alt ist unser Papagei? => 30
wie heisst unser papagei => Coco

nenn mich bitte Lu
wie soll ich genannt werden?
wie nennst du mich? => Lu

Ich bin in Dresden geboren, wohne jetzt aber in Köln
wo bin ich geboren? => Dresden
wo wohne ich => Köln

meu nome é Joana e meu cachorro se chama Bidu
como se chama meu cachorro? => Bidu
qual é o meu nome? => Joana

J'habite à Lyon et je suis allergique aux arachides
où j'habite ? => Lyon
à quoi suis-je allergique ? => arachides

Soy alérgica a los cacahuetes
¿a qué soy alérgica? => cacahuetes

Jag heter Astrid och min hund heter Bamse
vad heter min hund? => Bamse

My sister-in-law Pooja is expecting twins
who is Pooja? => sister-in-law

I parked the car on level 3
where did I park the car? => level 3

the code for the front gate is 5821
what's the gate code? => 5821

my tortoise eats dandelions
what does my tortoise eat? => dandelions

I told Marcus about the surprise party on Saturday
who did I tell about the surprise party? => Marcus

My guitar is a Gibson
what guitar do I have => Gibson
what kind of guitar do I have? => Gibson

I have 2 dogs: Bonnie & Clyde
who are my dogs? => Bonnie
how many dogs do I have? => Bonnie
`
  .trim()
  .split(/\n\s*\n/u)
  .map((dialogue) => dialogue.split("\n"));
