/**
 * What people say, and what it tells of them: `about.attribute=value`, several parted by a bar; nothing behind the
 * arrow's place where a line only looks as if it told something.
 */
export interface Statement {
  readonly said: string;
  readonly told: readonly string[];
}

const read = (text: string): readonly Statement[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [said = "", told] = line.split(" => ");
      return { said, told: told === undefined ? [] : told.split(" | ") };
    });

/** Lines that the grammar was made with. */
export const familiar = read(`
my name is Priya and my dog is called Rex => self.name=Priya | dog.name=Rex
I'm Tom, 34, from Leeds, and I work as a baker => self.name=Tom | self.age=34 | self.origin=Leeds | self.work=baker
my name is priya => self.name=priya
my dog's name is Rex => dog.name=Rex
my dog Rex => dog.name=Rex
Rex is my dog => dog.name=Rex
I have a dog called Rex => dog.name=Rex
I have a dog named Rex and a cat called Mia => dog.name=Rex | cat.name=Mia
I've got two cats, Miso and Tofu => cat.name=Miso | cat.name=Tofu
our tortoise goes by Bruno => tortoise.name=Bruno
the name of my sister is Ana => sister.name=Ana
meine Katze heißt Mia => cat.name=Mia
ich habe einen Hund namens Rex => dog.name=Rex
Rex heißt mein Hund => dog.name=Rex
der Name meines Hundes ist Rex => dog.name=Rex
my favourite colour is green => self.favourite colour=green
green is my favourite colour => self.favourite colour=green
my birthday is 4 May => self.birthday=4 May
my car is a Volvo => self.car=Volvo
my wifi network is called bluebird => wifi network.name=bluebird
meine Lieblingsfarbe ist grün => self.favourite colour=grün
I'm allergic to peanuts => self.allergy=peanuts
I'm allergic to peanuts, eggs and milk. => self.allergy=peanuts | self.allergy=eggs | self.allergy=milk
I can't eat gluten => self.allergy=gluten
peanuts give me hives => self.allergy=peanuts
ich vertrage keine Laktose => self.allergy=Laktose
ich bin gegen Nüsse allergisch => self.allergy=Nüsse
allergisch bin ich gegen Erdnüsse und Milch => self.allergy=Erdnüsse | self.allergy=Milch
ich heiße Priya => self.name=Priya
Priya heiße ich => self.name=Priya
mein Name ist Priya => self.name=Priya
ich bin die Anna => self.name=Anna
nenn mich Max => self.nickname=Max
call me Max => self.nickname=Max
everyone calls me Kat => self.nickname=Kat
X is my name => self.name=X
Priya is my name => self.name=Priya
name's Bond => self.name=Bond
Tom here => self.name=Tom
im allergic to eggs => self.allergy=eggs
I'm tired
I'm sorry
ich bin müde
I'm from Spain => self.origin=Spain
Ich komme aus Köln und wohne in Berlin => self.origin=Köln | self.home=Berlin
Ich bin Tom, 34, aus Leeds, Bäcker => self.name=Tom | self.age=34 | self.origin=Leeds | self.work=Bäcker
my friend says his dog is called Bo
Tom's dog is called Bo
if I were called Tom, my dog would be called Rex
My sister's dog is called Bo => sister's dog.name=Bo
my sister Ana is visiting next Friday => sister.name=Ana
I have an exam on 3 December => self.plan=exam on 3 December
My name is Anna-Lena and I live in New York with two cats => self.name=Anna-Lena | self.home=New York
My dog is called Rex the Third => dog.name=Rex the Third
I speak Spanish and a little French => self.language=Spanish | self.language=French
we moved to Berlin in 2020 => self.home=Berlin
My sister is called Ana. She lives in Rome and works as a nurse. => sister.name=Ana | sister.home=Rome | sister.work=nurse
Ich habe eine Erdnussallergie => self.allergy=Erdnuss
I have a peanut allergy => self.allergy=peanut
Meine Schwester wohnt in Hamburg und arbeitet als Ärztin => sister.home=Hamburg | sister.work=Ärztin
je m'appelle Luc et mon chien s'appelle Filou => self.name=Luc | dog.name=Filou
me llamo Ana y mi perro se llama Toby => self.name=Ana | dog.name=Toby
I love olives but hate mushrooms => self.likes=olives | self.dislikes=mushrooms
ich mag keine Oliven => self.dislikes=Oliven
ich mag Oliven nicht => self.dislikes=Oliven
Ich esse gern Pizza => self.likes=Pizza
my name is priya my dog is called rex i live in leeds => self.name=priya | dog.name=rex | self.home=leeds
I have a dog, Rex, and a cat, Mia => dog.name=Rex | cat.name=Mia
Ich habe einen Hund, der Rex heißt => dog.name=Rex
Ich habe zwei Katzen, Miso und Tofu => cat.name=Miso | cat.name=Tofu
I'm fine thanks
I'm so tired of this
I'm not sure
I'm on my way
I'm 5 minutes late
I'm Irish coffee mad
I'm here
I'm home
I'm back
I'm good, you?
I'm doing great
I'm bored
I'm loving it
I'm like a rock
I am what I am
I am Groot's biggest fan
call me later
call me when you get there
call me crazy
my name is not important
my name isn't Tom
what if my name was Tom
is my name Tom?
I wish my dog was called Rex
if my dog were called Rex I'd laugh
she said her dog is called Rex
her name is Anna
his dog is called Max
the dog is called Bello
Tom's sister lives in Rome
My friend says my name is funny
he told me my cat is cute
"my name is Slim Shady" is a lyric
In the song she sings my name is Luka
in the game my name is Zorg
let's pretend my name is Bob
I like that
I love you
I love it when it rains
I like your style
I'd like a coffee
I would love to
I hate this
I want to know what time it is
I have a question
I have an idea
I've got a headache
my point is that it works
my guess is no
my head hurts
my day was awful
my phone is dead
my dog is hungry
my sister is tired
my car is broken
my internet is down
my mistake
my bad
I live for this
I live in fear
I work out a lot
I work hard
I'm from work
we live in a society
I don't live in Paris
I never lived in Berlin
I am not allergic to anything
I can't eat another bite
I can't eat anymore
I'm allergic to mondays
do you like pizza?
my dog?
what a lovely dog
the weather is nice
lol ok
ok see you later
thanks, you're the best
can you tell me a joke
write a poem about my cat
the train leaves at 6pm
I think it's raining
I'm just kidding
I'm done
this is great
it's Tuesday
Hello World here
ich bin müde
ich bin gleich da
ich bin dran
ich bin froh
ich bin nicht sicher
ich bin unterwegs
ich heiße nicht Tom
wenn ich Tom hieße
wie heißt du?
sein Hund heißt Rex
der Hund heißt Rex
die Katze meines Nachbarn ist süß
Toms Katze heißt Mimi
er sagt, mein Hund heißt Rex
ich mag dich
ich mag das
ich liebe es
ich habe Hunger
ich habe keine Zeit
ich habe eine Frage
mein Kopf tut weh
mein Tag war schlimm
das ist mein Ernst
ich komme gleich
ich komme aus dem Lachen nicht raus
ich wohne nicht in Berlin
ich arbeite daran
ich will nach Hause
ich bin Fan von dir
das heißt nichts
Es heißt, mein Haus ist alt
stell dir vor, ich heiße Max
ich bin allergisch gegen Dummheit
ich spreche mit dir
nenn mich nicht so
Hiya, the name's Rosalind => self.name=Rosalind
Good evening, I'm called Ngozi => self.name=Ngozi
you may call me Professor Finch => self.nickname=Professor Finch
my full name is José María Aznar => self.name=José María Aznar
Hello there, Béla here => self.name=Béla
i'm tunde and i come from ibadan => self.name=tunde | self.origin=ibadan
People usually call me Mags => self.nickname=Mags
I turned 52 last week => self.age=52
I am seventeen years old => self.age=seventeen
We live in Reykjavik these days => self.home=Reykjavik
I've been living in Buenos Aires since 2014 => self.home=Buenos Aires
I'm based in Kuala Lumpur => self.home=Kuala Lumpur
I recently moved to Halifax, Nova Scotia => self.home=Halifax, Nova Scotia
originally I'm from Tbilisi => self.origin=Tbilisi
I grew up in Marrakesh => self.origin=Marrakesh
I hail from Devon => self.origin=Devon
I'm a violin maker => self.work=violin maker
I work as a tram driver in Lisbon => self.work=tram driver
I'm employed as a forester => self.work=forester
My job is being a midwife => self.work=midwife
I work for Doctors Without Borders => self.workplace=Doctors Without Borders
I'm studying linguistics => self.study=linguistics
My ferret is named Bandit => ferret.name=Bandit
We've got a llama called Dolly => llama.name=Dolly
The name of our goldfish is Sushi => goldfish.name=Sushi
My grandfather's name was Archibald => grandfather.name=Archibald
Clementine is my niece => niece.name=Clementine
my two goldfish are called salt and pepper => goldfish.name=salt | goldfish.name=pepper
My sourdough starter goes by Clint Yeastwood => sourdough starter.name=Clint Yeastwood
I have an iguana whose name is Spike => iguana.name=Spike
my hubby's name is Arjun and our baby is called Tara => husband.name=Arjun | baby.name=Tara
our cats are Pixel and Byte => cat.name=Pixel | cat.name=Byte
I own a boat named Second Wind => boat.name=Second Wind
My aunt Philippa lives in Cornwall => aunt.name=Philippa | aunt.home=Cornwall
my flatmate is called Oskar and he is from Gdansk => roommate.name=Oskar | roommate.origin=Gdansk
My mum's birthday is on 8 October => mother.birthday=8 October
My birthday is November 30th => self.birthday=November 30th
I was born on the 2nd of April 1988 => self.birthday=2nd of April 1988
My favourite author is Ursula Le Guin => self.favourite author=Ursula Le Guin
my fav drink is ginger tea => self.favourite drink=ginger tea
Purple is my favourite colour => self.favourite colour=Purple
my favorite number is 17 => self.favourite number=17
I'm severely allergic to latex => self.allergy=latex
Unfortunately I can't eat anything with sesame => self.allergy=sesame
I have a penicillin allergy => self.allergy=penicillin
I'm intolerant to fructose => self.allergy=fructose
cats make me itchy => self.allergy=cats
I get hives from strawberries => self.allergy=strawberries
My daughter is allergic to wasp stings => daughter.allergy=wasp stings
I'm a vegan => self.diet=vegan
I don't eat pork => self.avoids=pork
I never drink alcohol => self.avoids=alcohol
I suffer from vertigo => self.health=vertigo
I was diagnosed with epilepsy in 2010 => self.health=epilepsy
I have type 1 diabetes => self.health=diabetes
I really enjoy birdwatching => self.likes=birdwatching
I'm mad about pistachio ice cream => self.likes=pistachio ice cream
I love Bach, Björk and brass bands => self.likes=Bach | self.likes=Björk | self.likes=brass bands
I can't bear horror films => self.dislikes=horror films
I'm terrified of moths => self.dislikes=moths
I don't really like celery => self.dislikes=celery
I speak fluent Tamil => self.language=Tamil
My native language is Basque => self.language=Basque
I'm learning to juggle => self.goal=juggle
My dream is to sail around the world => self.goal=sail around the world
I'm saving up for a cello => self.goal=cello
I have a dentist appointment on 14 December => self.plan=dentist appointment on 14 December
We're flying to Crete next Saturday => self.plan=Crete next Saturday
My bike is a Brompton => self.bicycle=Brompton
My garage code is 9921 => self.garage code=9921
My piano teacher is Madame Okonkwo => piano teacher.name=Madame Okonkwo
I play the accordion => self.plays=accordion
I'm divorced => self.status=divorced
i live in a tiny flat in glasgow => self.home=a tiny flat in glasgow
Ich werde Kati genannt => self.nickname=Kati
Guten Tag, mein Name ist Dr. Özlem Aydin => self.name=Dr. Özlem Aydin
alle nennen mich Bine => self.nickname=Bine
Hier ist Wolfgang, hallo! => self.name=Wolfgang
Ich bin 63 Jahre alt => self.age=63
ich werde morgen 30 => self.age=30
Ich lebe seit Jahren in Zürich => self.home=Zürich
Wir wohnen in einem Dorf bei Passau => self.home=einem Dorf bei Passau
Aufgewachsen bin ich in Rostock => self.origin=Rostock
Ich stamme aus dem Allgäu => self.origin=dem Allgäu
Ich arbeite als Lokführerin => self.work=Lokführerin
Ich bin Hebamme von Beruf => self.work=Hebamme
ich bin lehrer => self.work=lehrer
Ich studiere Geologie => self.study=Geologie
Unser Kater heißt Professor Schnurr => cat.name=Professor Schnurr
Mein Wellensittich hört auf den Namen Hansi => budgie.name=Hansi
Wir haben einen Esel namens Balduin => donkey.name=Balduin
Ich habe zwei Brüder, Jan und Ole => brother.name=Jan | brother.name=Ole
Der Name meiner Tochter ist Luise => daughter.name=Luise
Meine Schildkröte nennen wir Turbo => tortoise.name=Turbo
Fridolin heißt unser Goldfisch => goldfish.name=Fridolin
Mein Cousin Piet kommt aus Flensburg => cousin.name=Piet | cousin.origin=Flensburg
Ich habe eine Tochter, sie heißt Smilla => daughter.name=Smilla
Mein Saugroboter heißt Bob => saugroboter.name=Bob
Mein Geburtstag ist am 7. August => self.birthday=7. August
Ich bin am 12. Mai 1979 geboren => self.birthday=12. Mai 1979
Mein Lieblingstier ist der Otter => self.favourite animal=Otter
Meine Lieblingsserie ist Dark => self.favourite serie=Dark
Ich bin allergisch auf Katzen => self.allergy=Katzen
Ich bin laktoseintolerant => self.allergy=laktose
Ich vertrage Gluten nicht => self.allergy=Gluten
Ich habe eine Allergie gegen Penicillin => self.allergy=Penicillin
Von Tomaten bekomme ich Ausschlag => self.allergy=Tomaten
Ich bin Vegetarierin => self.diet=Vegetarierin
ich esse kein Fleisch => self.avoids=Fleisch
Ich leide unter Migräne => self.health=Migräne
Ich höre gern Jazz => self.likes=Jazz
Ich liebe Zimtschnecken => self.likes=Zimtschnecken
Ich hasse Rosenkohl => self.dislikes=Rosenkohl
Koriander mag ich nicht => self.dislikes=Koriander
Ich spreche Polnisch und Kaschubisch => self.language=Polnisch | self.language=Kaschubisch
Ich spiele Posaune => self.plays=Posaune
Mein Fahrrad ist ein altes Diamant => self.bicycle=altes Diamant
Ich bin verwitwet => self.status=verwitwet
Ich lerne gerade Isländisch => self.goal=Isländisch
je m'appelle Odile => self.name=Odile
Me llamo Iker y mi gato se llama Pelusa => self.name=Iker | cat.name=Pelusa
I'm knackered
I'm starving
I'm so done with Mondays
I am sorry to hear that
I'm with you on that
I'm between two minds
I'm all ears
I'm off to bed
I'm almost there
I'm Team Edward
call me an ambulance
Call me maybe
my name is mud around here
Her dog is called Fifi
Their son lives in Cairo
My neighbour says her cat is called Whiskers
Someone told me my accent is funny
The hotel is called Bellevue
If my parrot were called Polly I'd be embarrassed
I dreamt that my name was Zelda
Suppose I live in Tokyo
Would you say my dog is fat?
Is my sister called Ana?
Do I live in Leeds?
I like how you said that
I love what you did there
I hate it when that happens
I want to go home
I want to say thanks
I have no idea
I have a feeling it will rain
I have to go
I got a new phone yesterday
my battery is empty
my hands are cold
my computer is slow today
my plan is to wait
my favourite
I can't eat right now
I can't have that
I don't speak for everyone
I come in peace
I live and breathe football
I work from home today
I study a lot
"I'm allergic to nonsense," he joked
She sang "my name is Luka, I live on the second floor"
In my novel my name is Sir Galahad
the cat sat on the mat
What a day!
Tell me a story about a dog called Rex
Who is called Rex?
Ich bin satt
Ich bin gerade im Bus
Ich bin kein Arzt
Ich bin so froh
Ich heiße dich willkommen
Ihr Hund heißt Fiffi
Wenn mein Hund Rex heißen würde
Mein Freund sagt, ich sei verrückt
Ich habe Kopfschmerzen
Ich habe Lust auf Pizza
Ich habe gestern Tom getroffen
Mein Akku ist leer
Mein Vorschlag ist, dass wir gehen
Ich komme später
Ich lebe noch
Ich mag, wie du das sagst
Ich kann nicht mehr
Heißt mein Hund Rex?
Nenn mich verrückt
das Hotel heißt Adler
peanuts make my throat swell up => self.allergy=peanuts
penicillin gives me a nasty rash => self.allergy=penicillin
shellfish sends me to hospital => self.allergy=shellfish
i come out in hives if there's sesame in it => self.allergy=sesame
this makes my eyes red
work makes me ill
von nüssen schwillt mir der hals zu => self.allergy=nüssen
sobald ich sellerie esse krieg ich keine luft mehr => self.allergy=sellerie
ich hab ne katzenhaarallergie => self.allergy=katzenhaar
wohne in einem kaff bei Würzburg => self.home=einem kaff bei Würzburg
bin vegetarierin => self.diet=vegetarierin
bin raus
liebe grüße
going to Iceland in february => self.plan=Iceland in february
going to bed
working from home as a translator => self.work=translator
been living in Malmö since 2015 => self.home=Malmö
i used to live in Brno but now im in Ljubljana => self.home=Ljubljana
my sister lives in Oslo and i'm in Cardiff => sister.home=Oslo | self.home=Cardiff
meine schwester wohnt in Kiel und ich in Flensburg => sister.home=Kiel | self.home=Flensburg
i'm in Cardiff
im a night nurse at St Thomas' => self.work=night nurse | self.workplace=St Thomas
my dad is a welder and my mum a midwife => father.work=welder | mother.work=midwife
mein papa ist metzger und meine mama schneiderin => father.work=metzger | mother.work=schneiderin
i m 29 yrs old => self.age=29
ich bin 1,90 groß
my boat is called the Saucy Haddock => boat.name=the Saucy Haddock
my landlord Mr Papadopoulos never fixes anything => landlord.name=Mr Papadopoulos
mein hausarzt heißt dr. Quast => doctor.name=dr. Quast
unsere schildkröte trude ist 30 geworden => tortoise.name=trude | tortoise.age=30
my sister in law is called Padma => sister in law.name=Padma
I have a 3 year old daughter called Maeve => daughter.name=Maeve
i live in Perth. no sorry, Dundee => self.home=Dundee
ich bin ein berliner, sagte kennedy
my name is nobody
meine freundin ist schwanger => girlfriend.health=schwanger
sono allergica alle fragole => self.allergy=fragole
mieszkam w Gdyni => self.home=Gdyni
`);

/** Lines written apart from the grammar. One that is used to mend it moves to the others. */
export const apart = read(`
Hey bot, everybody calls me Zuzu => self.nickname=Zuzu
the name is Thandiwe, nice to meet you => self.name=Thandiwe
im priyanka and i am from pune => self.name=priyanka | self.origin=pune
My name is Lars-Erik Østergaard => self.name=Lars-Erik Østergaard
I answer to Birdie => self.name=Birdie
I'll be 40 in March
I'm 19 and study law in Vienna => self.age=19 | self.study=law in Vienna
We live near Cardiff => self.home=near Cardiff
my family comes from Samoa => family.origin=Samoa
I live with my parents in Kraków => self.home=Kraków
I work at a nursery in Hull => self.workplace=a nursery in Hull
I am an electrician => self.work=electrician
i'm a freelance photographer based in Athens => self.work=freelance photographer | self.home=Athens
My wife is a pilot => wife.work=pilot
My husband works for the council => husband.workplace=the council
Our new puppy is called Biscuit => new dog.name=Biscuit
The dog's called Trevor
My eldest daughter's name is Freya => eldest daughter.name=Freya
my chickens are called Margot, Edna and Pat => chicken.name=Margot | chicken.name=Edna | chicken.name=Pat
We have a corgi by the name of Queenie => corgi.name=Queenie
My stepdad Gerald hates golf => stepfather.name=Gerald | stepfather.dislikes=golf
I adopted a donkey. He is called Eeyore. => donkey.name=Eeyore
My boss's name is Ingrid and my landlord's name is Mo => boss.name=Ingrid | landlord.name=Mo
There's a snake in my flat and its name is Monty
Remember that my anniversary is 21 May => self.anniversary=21 May
My favourite dish is moussaka => self.favourite dish=moussaka
Winter is my favourite season => self.favourite season=Winter
My favourite football team is Celtic => self.favourite football team=Celtic
My passport number is X1234567 => self.passport number=X1234567
My therapist is called Dr. Stone => therapist.name=Dr. Stone
I'm allergic to walnuts but I love almonds => self.allergy=walnuts | self.likes=almonds
I am highly allergic to cats and dust mites => self.allergy=cats | self.allergy=dust mites
milk and eggs give me a rash => self.allergy=milk | self.allergy=eggs
I mustn't eat grapefruit => self.allergy=grapefruit
I'm pregnant => self.health=pregnant
I adore old typewriters => self.likes=old typewriters
I'm not a fan of jazz => self.dislikes=jazz
I'm scared of heights => self.dislikes=heights
I speak a little Welsh => self.language=Welsh
I hope to visit Patagonia one day => self.goal=visit Patagonia one day
My exam is on 11 January => self.plan=exam is on 11 January
I'm single => self.status=single
I drive an old Fiat => self.car=old Fiat
I own three motorbikes => self.has=three motorbikes
Ich heiße Jürgen, wohne in Kassel und bin 58 => self.name=Jürgen | self.home=Kassel | self.age=58
Man nennt mich Schorsch => self.nickname=Schorsch
Mein Vorname ist Annegret => self.name=Annegret
Ich bins, Uwe
Ich komme ursprünglich aus Kiel, lebe aber in Wien => self.origin=Kiel | self.home=Wien
Seit 2018 wohne ich in Freiburg => self.home=Freiburg
ich arbeite bei Siemens => self.workplace=Siemens
Ich bin gelernte Schneiderin => self.work=gelernte Schneiderin
Meine Frau arbeitet als Richterin => wife.work=Richterin
Unsere Hündin heißt Paula => dog.name=Paula
Mein Meerschwein heißt Knolle => meerschwein.name=Knolle
Meine drei Katzen heißen Tick, Trick und Track => cat.name=Tick | cat.name=Trick | cat.name=Track
Ich besitze ein Pferd namens Sturmwind => horse.name=Sturmwind
Mein Bruder Veit ist 22 => brother.name=Veit | brother.age=22
Der Geburtstag meiner Mutter ist am 3. März => mother.birthday=3. März
Mein Lieblingsgetränk ist Apfelschorle => self.favourite drink=Apfelschorle
Wir haben einen Kater, der auf den Namen Moritz hört => cat.name=Moritz
Gegen Bienenstiche bin ich allergisch => self.allergy=Bienenstiche
Ich darf keine Erdnüsse essen => self.allergy=Erdnüsse
Ich trinke keinen Alkohol => self.avoids=Alkohol
Ich habe Asthma => self.health=Asthma
Ich stehe auf Heavy Metal => self.likes=Heavy Metal
Ich hab Angst vor Spinnen => self.dislikes=Spinnen
Mein Traum ist eine Reise nach Japan => self.goal=Reise nach Japan
Am 5. Dezember habe ich Geburtstag => self.birthday=5. Dezember
Ich fahre einen Twingo => self.car=Twingo
Meine Nachbarin heißt Frau Kowalski => neighbour.name=Frau Kowalski
I'm exhausted
I'm on holiday
I'm Spanish-speaking
I'm looking for a recipe
I'm guessing it's late
call me back please
what's in a name
my name was misspelled again
The neighbours' dog is called Max
He lives in Prague
Anna works as a nurse
They say I'm too loud
My sister said she is allergic to nuts
If only I lived in Hawaii
I'd love a dog called Rex
I might move to Oslo
I would never eat snails
I can't eat with chopsticks
I like it here
I love Mondays, not
I have two minutes
I have been there
I hate you
my back is killing me
my train is late
my guess is Thursday
my answer is yes
My god is it hot
Translate "my dog is called Rex" into German
How do you say my name is Tom in Japanese?
Ich bin's nur
Ich bin schon wieder krank
Ich habe Zeit
Ich habe recht
Ich mag nicht mehr
Ich liebe dich
Mein Gott ist das heiß
Mein Zug ist verspätet
Er wohnt in Mainz
Annas Hund heißt Rolf
Wenn ich in Rom wohnen würde
Ich würde gern in Rom wohnen
Ich weiß nicht, wie mein Nachbar heißt
`);
