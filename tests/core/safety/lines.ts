import type { Concern } from "../../../src/core/session.ts";

const linesOf = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

/** Lines that were at hand when the patterns were written: they show that nothing gets lost, not how good the patterns are. */
export const concerning: Readonly<Record<Concern, readonly string[]>> = {
  "self-harm": linesOf(`
    I want to die
    i dont want to be here anymore
    I just want to kill myself
    im gonna kms tonight
    I can't do this anymore, goodbye everyone
    everyone would be better off without me
    nobody would even notice if i was gone
    I took a whole bottle of pills
    I wrote my goodbye letters today
    by the time you read this i'll be gone
    I've been cutting myself again
    what's the most painless way to die
    how many sleeping pills do i need to never wake up
    I want to unalive myself
    thinking about sewerslide again
    I'm standing on the bridge and I'm going to jump
    i wish i was never born
    I wish I could fall asleep and never wake up
    life isn't worth living
    I have no reason to live
    WHY AM I STILL ALIVE
    i w a n t t o d i e
    k i l l myself
    i want to k1ll mys3lf
    su1c1de is all i think about
    I keep thinking about suicide
    I am suicidal and I don't know who to talk to
    I'm so tired of living
    I hope I don't wake up tomorrow
    had a decent day at work, my sister called, we had pasta. then at night it hits and I want to end my life. anyway how are you?
    I have stopped eating, I'm just waiting until I die
    I tried to kill myself last night
    I relapsed, there are fresh cuts on my arms
    i keep having thoughts of ending it all 😭
    I have the rope ready
    This is my last message. I love you all.
    would anyone care if i died
    sometimes I think about driving my car into a tree
    I feel like a burden to everyone
    I'm writing a novel. I also want to kill myself and I mean it.
    I'm not joking, I want to die
    I don't think I can go on
    I used to cut myself and the urge is back, I did it again tonight
    I can't stop thinking about dying
    should I kill myself?
    I just want it all to be over, I can't keep going
    i wnat to kil mysef
    there's no point in living anymore
    I gave away all my things because I won't need them
    my mom would be happier if i was dead
    I hate being alive
    Ich will nicht mehr leben
    ich will sterben
    ich möchte mich umbringen
    ich bring mich um
    Ich habe wieder angefangen mich zu ritzen
    Ich will einfach nicht mehr aufwachen
    ich will alles beenden
    hab keine Kraft mehr zu leben
    Ich hab heute Abschiedsbriefe geschrieben
    ich sitze auf dem Dach und überlege zu springen
    ich hab 30 schlaftabletten genommen
    niemand würde mich vermissen wenn ich weg wäre
    ohne mich wären alle besser dran
    Ich wünschte, ich wäre tot
    ich waer am liebsten tot
    wie kann ich mich schmerzlos umbringen
    Ich denke jeden Tag an Selbstmord
    Ich habe Suizidgedanken
    ich bin so lebensmüde
    mein leben hat keinen sinn mehr, ich will weg sein
    Morgen bin ich nicht mehr da. Danke für alles.
    ICH KANN NICHT MEHR ICH WILL STERBEN
    ich mochte nicht mehr aufwachen
    ich überlege, mir das Leben zu nehmen
    ich möchte nur noch einschlafen und nie wieder aufwachen
    wozu soll ich noch leben
    ich hab die tabletten vor mir liegen, heute nacht ist schluss
    Heute war ganz ok, hab Nudeln gekocht. Aber ich will eigentlich nur noch tot sein. Naja.
    ich halte das leben nicht mehr aus
    ich werde vor den zug springen
    ich esse nichts mehr bis ich sterbe
    hab mich gestern wieder geritzt
    meine arme sind voller schnitte
    ich hab einen plan und morgen beende ich mein leben
    ich will nich mehr lebn
    Ich kann einfach nicht mehr
    es wäre besser wenn ich nie geboren worden wäre
    lebt wohl, ihr seid nicht schuld
    Ich bin nur noch eine Last für alle
    ich hab angst dass ich mir was antue
    ich seh keinen ausweg mehr
    soll ich springen? ich stehe auf der brücke
    honestly i've been thinking maybe it'd be easier if i just didn't exist
    i bought a gun last week. not for protection.
    I've made my peace, tonight's the night
    ive been googling lethal doses for hours
    I keep looking at the pills on my nightstand
    my whole life is a mistake and i should never have been born
    i don't see myself alive at 30
    no one needs me. i'm ready to go
    can't stop hurting myself, my thighs are a mess
    I swallowed everything in the medicine cabinet
    pls help i took too many pills and im scared
    what happens if you take 40 paracetamol? asking because i did
    I feel like ending everything
    There is nothing left for me in this world
    the voices tell me to jump
    i scratched my wrists until they bled
    I'd be doing everyone a favor if I were gone
    i fantasize about dying every single day
    who would look after my cat if i died? i want to be ready for next week
    I've decided. Saturday. After my sister's birthday.
    sometimes when i drive i close my eyes and hope i crash
    i dont deserve to live
    I can't keep living like this
    every morning i'm disappointed that i woke up
    im thinking of hanging myself in the garage
    So tired. I just want to sleep and never wake up again.
    I haven't eaten in six days, i want my body to give up
    lol i literally wanna die every day and no one takes me seriously
    I have nobody. If I jump off the balcony it's over in a second.
    thank you all for the good times. i won't be around much longer
    i self harm and i dont know how to stop
    I almost did it yesterday. I had the belt around my neck.
    im not gonna make it to christmas, i've planned it
    Do you think it's selfish to commit suicide? I can't hold on anymore
    my therapist is away and i feel like killing myself right now
    Please don't tell my parents but I cut last night
    I d0nt want to l1ve anymore
    I WANT TO END MY LIFE!!!
    dont wanna live anymoree
    wish i were dead tbh
    the world is better without me in it
    I'm gonna off myself
    hey, random question, how high does a bridge have to be so you die for sure? i'm done with all this
    I have been starving myself because I hate my body and I want to fade away
    if i died tonight it'd take days before anyone found me
    I keep a razor under my pillow for when it gets bad
    nothing helps. the only way out is death
    i'm sorry mom. i love you. i can't stay
    Been feeling suicidal since the breakup
    i OD'd last night and nobody noticed
    ich will einfach nur sterben
    Ich hab keinen Bock mehr auf dieses Leben
    ich hasse mein leben und will dass es vorbei ist
    Ich denke oft daran, wie es wäre, nicht mehr da zu sein
    ich hab mir die Arme aufgeschnitten
    ich weiß nicht, warum ich noch lebe
    ich hab schon alles vorbereitet, am Wochenende ist es soweit und dann ist endlich Ruhe
    Wie viele Paracetamol muss ich nehmen, um zu sterben?
    ich steh am Bahngleis und weiß nicht ob ich springen soll
    Ich möchte nicht mehr existieren
    jeden abend hoffe ich dass ich morgens nicht mehr aufwache
    ich will mir das leben nehmen
    mir das leben nehmen wäre das beste für alle
    keiner würds merken wenn ich tot wär
    Ich verletze mich selbst und kann nicht damit aufhören
    Ich habe den Abschiedsbrief schon fertig
    ich bin es nicht wert zu leben
    ich will nur noch dass der schmerz aufhört, für immer
    Das Seil liegt schon bereit.
    wenn ich morgen nicht mehr da bin, gib meiner Schwester den Hund
    ich hab gestern versucht mich umzubringen
    ich hab so viele tabletten genommen mir ist ganz komisch
    ich ritz mich seit wochen und keiner merkt es
    ich wollte mich heute vor die bahn werfen
    am liebsten würde ich einfach verschwinden und nie wieder kommen
    es hat alles keinen sinn mehr ich mach schluss
    ich bin müde vom leben
    ich kann so nicht weiterleben
    ich schaff das alles nicht mehr, ich will weg von dieser welt
    ich halte es nicht mehr aus, ich bring mich um
    ohne ihn will ich nicht mehr leben
    ICH WILL TOT SEIN
    ich wuerde gern einschlafen und nicht mehr aufwachen
    manchmal stell ich mir vor wie ich von der brücke springe
    ich hab suizidgedanken und weiss nicht an wen ich mich wenden soll
    Hab mir eben die Pulsadern aufgeschnitten
    will net mehr leben
    ich esse seit tagen nichts, ich will verhungern
    Mein Leben ist vorbei. Ich geh jetzt auf die Brücke.
    ihr müsst euch bald keine Sorgen mehr um mich machen
    ich habe das gefühl dass alle froh wären wenn ich nicht mehr leben würde
    Heute war ich einkaufen, danach beim Arzt. Eigentlich lief alles gut. Trotzdem denke ich ständig ans Sterben. Was gibts bei euch?
    i think im done. like done done. with being alive.
    There's a bottle of sleeping pills in front of me and I'm so tempted
    my note is written
    life is too painful, I'd rather be dead
    been clean for 3 months but i cut again yesterday
    I can't imagine living another year
    do u ever feel like just jumping in front of a train? cause i do
    planning my suicide for friday
    I have a date picked out
    it would be so easy to just step into traffic
    i burn myself with cigarettes when i get stressed
    im so suicidal rn
    I'm just existing, not living, and I'd like it to stop permanently
    told my best friend goodbye today. she doesn't know it was the real one
    no1 would care if i die
    I want out of this life
    everyone hates me and i hate myself i should just die
    I don't want to wake up tomorrow
    why shouldnt i just kill myself
    i keep a list of ways to do it
    Can you help me write a suicide note?
    Help me write a goodbye letter to my parents, they'll find it after I'm gone
    what would happen if I drank bleach? I don't care anymore
    i'm a waste of space, the world doesn't need me
    the thought of dying brings me peace
    i just wanna go to sleep and not wake up ever
    haven't eaten since monday, trying to disappear
    i hit my head against the wall until i pass out
    she left me. I've got nothing to live for anymore.
    Mom if you see this I'm sorry I wasn't strong enough
    I'm at the top of the parking garage looking down
    My exam went fine I guess. Then my dad called. I can't stop thinking about how to end my life. Whatever.
    wanna kms fr
    i wanna unlive myself
    I tried hanging myself but the rope broke
    nobody can help me anymore, it's too late, i swallowed the whole pack
    I fantasise about slitting my wrists
    s u i c i d e seems like the only option
    feeling like ending my life 😔💔
    ill be dead by tomorrow
    ich würde am liebsten tot umfallen
    hab keine lust mehr zu leben
    Mir ist alles egal, ich will nur noch sterben
    ich hab gestern 20 ibus geschluckt
    ich schneide mir jeden abend in die arme
    keiner braucht mich. ich geh einfach für immer
    Ich habe Angst vor mir selbst, ich könnte mir etwas antun
    ich weiß nicht mehr weiter, vielleicht ist der tod die einzige lösung
    ich wünschte ich hätte den mut mich umzubringen
    bin heute fast vor die u-bahn gesprungen
    Wenn ich tot wäre, müsste sich keiner mehr um mich kümmern
    die klinge liegt neben mir
    ich hab meinen abschiedsbrief geschrieben und alles geregelt
    ich kann und will nicht mehr leben
    manchmal denk ich es wäre besser wenn ich tot wäre
    ich sitz hier mit ner packung tabletten und überleg
    wie stirbt man am schnellsten ohne schmerzen
    ich hab mir wieder die oberschenkel aufgeritzt
    ich möchte diese welt verlassen
    ich hab mich von allen verabschiedet, morgen ist es vorbei
    selbstmord ist der einzige ausweg
    ich bin ein fehler, ich hätte nie geboren werden sollen
    Es gibt nichts mehr, wofür ich leben will
    ich werds heute nacht tun
    hab null bock mehr aufs leben, will einfach weg sein für immer
    ich hungere mich zu tode und es ist mir egal
    Ich bin so kaputt. Jeden Tag derselbe Gedanke: einfach Schluss machen mit dem Leben.
    ich will mich umbrigen
    ich haße mich so sehr dass ich sterben will
    leben ist scheiße, ich beende es
    nothing matters anymore and i think its time for me to leave this world
    i dont feel like being alive today
    my plan is to take all my antidepressants at once
    I'm on the edge of the platform waiting for the express train
    I've been clean for a year but tonight I really want to cut
    everytime i cross the bridge i think about jumping
    can you tell me if it hurts to hang yourself
    I don't want to burden my family any longer, they'd be free without me
    i drank half a bottle of vodka and took all my xanax
    im gonna do it tonight, bye
    I feel like I'm already dead inside and I want the rest to follow
    I cant take living in this body anymore i want to die
    why cant i just die already
    I sliced my arm open
    no one will miss me
    idk if i'll be here next week tbh
    I hope the cancer takes me quickly, I won't treat it
    need someone to talk to before i kill myself
    im too much of a coward to kill myself but i want to
    I wish i had the guts to end it
    my life is over. i'm going to end it.
    Ich hab keine Lust mehr aufzuwachen
    ich will mich einfach auflösen und nicht mehr da sein
    Ich hab solche Lust mir weh zu tun
    ich wollte heute springen aber hatte nicht den mut
    ich hab vor mich umzubringen
    es wäre so leicht jetzt loszulassen, ich steh am geländer
    habe mir gerade in den unterarm geschnitten, es blutet
    mir wäre es lieber nicht mehr zu existieren
    ich hab den gürtel schon an der tür befestigt
    warum bin ich überhaupt noch am leben
    seit wochen denk ich nur noch ans sterben
    ich sehe keinen Sinn mehr in meinem Leben
    keiner würde um mich weinen
    ich möchte zu meiner oma in den himmel
    ich hab tabletten gesammelt
    niemandem würde auffallen wenn ich mich umbringe
    Ich bin 15 und will nicht mehr
    ich will das alles beenden, endgültig
    die welt wäre ohne mich besser dran
    I've been thinking about killing myself for weeks now
    tbh i'd rather not be alive
    I keep hurting myself and hiding it from my mom
    i cant live with this pain any longer, tonight i'm ending it
    nobody loves me, i might as well be dead
    I'm sitting in my car with the engine running in the garage
    i just feel like life isnt for me, i want to leave
    took 40 pills of tylenol what now
    i have the knife in my hand and im scared of what ill do
    I really don't want to exist anymore
    Please look after my dog. I won't need him where I'm going.
    im gonna hang myself
    been thinking of ways to die
    my self harm is getting worse
    I'm going to kill myself after graduation
    I dont see the point of carrying on
    Had a nice lunch, watched a show, planned my suicide. Normal day.
    every day i fight the urge to cut
    i'm so tired of everything, i just want it to be over
    No one would even come to my funeral
    ich möchte einfach tot sein
    ich hab mich heute wieder selbst verletzt
    manchmal will ich einfach vor ein auto laufen
    ich glaube ich bring mich heute um
    ich will nich mehr da sein
    ich hab schon lange suizidgedanken, heute sind sie besonders schlimm
    das leben hat für mich keinen wert mehr
    mein plan steht, am freitag mach ich es
    Ich habe Rasierklingen gekauft
    ich habe das Gefühl, alle wären ohne mich glücklicher
    ich kann nicht mehr kämpfen, ich geb auf, lebt wohl
    ich stelle mir jeden tag vor zu sterben
    kann mir jemand sagen welche tabletten tödlich sind, ich will nicht mehr
    meine narben werden immer mehr, ich kann nicht aufhören
    ich wünsche mir den tod
    i genuinely dont think i can stay alive much longer
    I fantasize about my own funeral
    I've lost the will to live
    If I had a gun I'd use it on myself
    just wanna be gone tbh
    i overdosed an hour ago and i'm scared to tell anyone
    been crying all day. thinking about ending things for good.
    I don't want to be a person anymore. I want to stop existing.
    my mom found my blades and took them, i'll find others
    I can't see any way forward. I'd rather die than face tomorrow.
    I feel so numb that I cut just to feel something
    Everyone keeps saying it gets better. It doesn't. I'm done living.
    dad hates me mom hates me school hates me gonna end it
    is it bad that i look at trains and think how easy it would be
    I'm writing my will and i'm 17
    please don't try to stop me. i've made up my mind. thank you for everything
    how much insulin would it take to not wake up
    i wanna dieeee
    Im not suicidal but I do cut myself when it gets too much
    I dont want help i want to die
    I'm considering suicide as my only option after the divorce
    i literally punched my thighs until they were black and blue
    starving myself feels like the only control i have and i hope it kills me
    There's no future for me. None. I've written letters to everyone.
    I'm gonna jump
    ich will mein leben beenden
    mir ist alles zu viel, ich will nur noch weg von dieser welt
    ich überlege ob ich alle meine tabletten auf einmal nehme
    ich wünschte jemand würde mich einfach erschießen
    gibt es einen weg zu sterben der nicht wehtut
    warum kann ich nicht einfach sterben
    ich habe mir heute früh die arme zerschnitten
    ich brauch die schmerzen, sonst spür ich nix, darum ritz ich
    meine familie hätte es leichter wenn es mich nicht gäbe
    Ich weiß nicht ob ich morgen noch lebe
    Ich hab dieses Leben so satt
    tschüss für immer, ich mach jetzt ein ende
    ich sehne mich nach dem tod
    Mein letzter Wille liegt auf dem Schreibtisch. Verzeiht mir.
    ich stehe auf der brücke
    mir fehlt die kraft zum leben
    ich kann an nichts anderes mehr denken als an suizid
    ich möchte gehen, für immer, es tut mir leid mama
    bin gerade aus der klinik raus und will schon wieder sterben
    es wäre für alle das beste wenn ich mich umbringe
  `),
  danger: linesOf(`
    my boyfriend is hitting me again
    my dad beats me when he's drunk
    he has a knife and he's outside my door
    help he's going to kill me
    someone is following me home
    I'm locked in the bathroom and my husband is trying to break down the door
    I'm scared to go home because my stepdad hits me
    my friend just took all her pills
    my roommate overdosed and won't wake up
    my friend is unconscious and not breathing
    my chest hurts and my left arm is numb
    i can't breathe and my throat is swelling
    my ex said he's going to kill me tonight
    there's a man in my house
    my brother says he wants to kill himself tonight
    she's standing on the bridge and wants to jump
    I'm bleeding and it won't stop
    I don't feel safe at home, my partner is violent
    my uncle touches me at night
    he won't let me leave the house
    I think I'm having a heart attack
    My sister texted me "I can't do this anymore, goodbye"
    my mom collapsed and isn't responding
    my husband choked me last night and I'm afraid he'll do it again
    two guys are chasing me
    I'm being followed by a car
    he put his hands around my throat
    my grandma fell down the stairs and is bleeding from her head
    I accidentally drank bleach
    my best friend sent me a suicide note and she's not answering
    im hiding in the closet, my dad is drunk and throwing things
    my baby is choking
    our house is on fire and i can't get out
    Mein Freund schlägt mich
    mein Mann hat mich wieder geschlagen
    meine Freundin steht auf der Brücke und will springen
    jemand verfolgt mich auf dem Heimweg
    mein vater ist betrunken und schlägt meine mutter
    Meine Freundin hat gerade eine ganze Packung Tabletten geschluckt
    mein mitbewohner ist bewusstlos und atmet nicht
    ich bekomme keine luft und mein hals schwillt zu
    Er hat ein Messer und steht vor meiner Tür
    ich hab mich im bad eingeschlossen, er randaliert
    mein ex droht mich umzubringen
    ich habe angst vor meinem vater
    mein stiefvater kommt nachts in mein zimmer
    hilfe er schlägt mich
    mein bruder sagt er will sich umbringen
    Oma ist umgekippt und reagiert nicht mehr
    ich blute stark und es hört nicht auf
    ich glaube ich habe einen herzinfarkt
    er lässt mich nicht aus der wohnung
    ich fühle mich zuhause nicht sicher
    mein freund hat mich gewürgt
    bei uns brennt es und ich komme nicht raus
    meine mutter schlagt mich jeden tag
    my bf just punched me in the face
    he's drunk and he's smashing everything, i locked myself in the kids room
    my stepfather hits me every night, please help
    there is someone in my house right now
    I'm in a car with a guy and he won't let me out
    he's pointing a gun at me
    my friend took a bunch of xanax and isn't waking up
    My roommate is talking about jumping off the roof, what do I do??
    She cut her wrists, there's blood everywhere
    my dad collapsed and his lips are blue
    having crushing chest pain and my jaw hurts
    I got stung by a bee and now my tongue is swelling up
    my ex is outside and he says he'll burn the house down
    I'm afraid my husband will kill me
    A man has been following me for three blocks
    i think i was drugged at the party, everything is spinning
    He strangled me until I blacked out. He's asleep now.
    my girlfriend threatens to kill herself if i leave
    my little brother swallowed a battery
    i cant feel my left side and my speech is weird
    My mother locks me in the basement
    please call the police my dad has a gun
    My neighbor is beating his wife, I can hear her screaming
    i was raped last night
    my kid isn't breathing
    He threatened me with a knife yesterday and he's coming back tonight
    I'm trapped in my car, it's filling with water
    i crashed my bike and theres blood coming out of my ear
    grandpa is having a stroke i think, his face is drooping
    my friend said goodbye to everyone in the group chat and now his phone is off, he told me last week he wants to die
    im 14 and my uncle forces me to do things
    my partner wont let me see a doctor and he took my keys
    he hit me so hard i think my nose is broken
    someones trying to get in through my window
    i took the wrong pills by accident and my heart is racing
    Mein Mann würgt mich
    mein papa schlägt mich wenn er getrunken hat
    Ich hab Angst nach Hause zu gehen, er rastet wieder aus
    Jemand ist in meiner Wohnung
    er steht vor der Tür und droht mir
    Mein Kumpel hat eine Überdosis genommen
    meine Schwester hat sich die Pulsadern aufgeschnitten
    mein kind hat bleichmittel getrunken
    meine freundin schreibt dass sie sich heute umbringt
    ein typ läuft mir seit zehn minuten hinterher
    ich wurde gestern vergewaltigt
    mein freund hat gedroht mich abzustechen
    mein opa hat starke brustschmerzen und bekommt keine luft
    Mein Baby atmet nicht mehr!
    ich glaub ich hab was ins glas bekommen, mir ist total schwindelig
    mein vater hat mich eingesperrt
    Hilfe, meine Mutter liegt am Boden und ist nicht ansprechbar
    bitte hilfe mein mann hat ein messer
    Mein Ex lauert mir vor der Arbeit auf und bedroht mich
    ich krieg keine luft, hab ne nussallergie und was falsches gegessen
    er hat gesagt er bringt mich um wenn ich gehe
    mein bruder sitzt auf der fensterbank im 5. stock und will springen
    meine beste freundin antwortet nicht, sie hat mir einen abschiedsbrief geschickt
    mein freund schlaegt mich und ich kann nicht weg
    ich hab einen unfall gehabt und blute am kopf
    he broke my arm last night and I'm scared he'll come back
    my husband just threw me down the stairs
    there's blood everywhere, my friend cut himself really badly
    im being held in a basement please help
    my girlfriend is unconscious, she drank a lot and is cold
    my son ate a bunch of grandma's heart pills
    i think i'm having a stroke
    hes got his hands on my neck again every time we fight
    my dad threatened to shoot us
    my mom hits me with a belt
    some guy is following me and i'm alone
    my friend is on the roof and says she'll jump
    I drank antifreeze by mistake
    he pulled a knife on me
    my ex keeps showing up at my house and threatening me
    someone just broke into my apartment and I'm hiding under the bed
    my boyfriend rapes me
    my best friend says he has a gun and wants to end it
    My classmate posted that she's going to kill herself tonight
    she's not breathing what do i do
    i got bitten by a snake and my leg is swelling
    my epipen isn't working and I can't breathe
    a car hit me and i cant move my leg
    there's a shooter in our school
    he's beating my mom right now
    I'm in an abusive relationship and I'm afraid for my life
    the gas alarm is going off and i feel dizzy
    mein freund ist ausgerastet und hat mich gegen die wand geschubst
    er hat mir die nase gebrochen
    meine Tochter hat Omas Herztabletten gegessen
    ich werde von meinem Mann geschlagen
    da ist jemand in meinem haus
    mein vater droht uns alle umzubringen
    mein freund liegt bewusstlos neben mir, er hat zu viel genommen
    ich werde gerade verfolgt, bitte hilfe
    mein herz rast, linker arm ist taub, brust tut weh
    meine freundin hat sich geritzt und blutet total stark
    mein ex hat meine tür eingetreten
    er zwingt mich zum sex
    ich bin in einem auto eingeschlossen mit einem mann der mich nicht rauslässt
    unser kind hat eine knopfbatterie verschluckt
    mein bruder hat geschrieben dass er nicht mehr leben will und geht nicht ans telefon
    meine mitbewohnerin hat alle ihre tabletten genommen
    mein onkel fasst mich an
    ich bin von der leiter gefallen und kann meine beine nicht bewegen
    mein mann hat mich mit dem messer bedroht
    ich trau mich nicht nach hause, mein vater schlägt mich
    opa hat einen schlaganfall, sein mund hängt
    hier riecht es nach gas und mir ist schwindelig
    jemand versucht gerade bei mir einzubrechen
    my brother is attacking me with a knife
    he keeps hitting me, what should I do
    my girlfriend is passed out and her lips are purple
    i'm being threatened by my ex husband
    my dad came home drunk and he's yelling that he'll kill us
    I think my drink was spiked and I'm alone with him
    my friend wrote that she took pills and now she isn't answering
    my wife fell and hit her head, she's confused and vomiting
    someone is trying to open my front door
    he raped me last night
    my chest is so tight I can't get air
    mom is having a seizure
    he dragged me by my hair
    my classmate wants to jump from the school roof right now
    there's a guy with a gun outside our school
    my little sister drank drain cleaner
    Mein Bruder hat mich mit einem Messer angegriffen
    mein freund hat mich eingesperrt und mein handy weggenommen
    meine mutter hat überdosis schlaftabletten genommen was soll ich tun
    Mein Vater hat wieder zugeschlagen
    mein kumpel ist total blau und wacht nicht mehr auf
    ich hab panische angst vor meinem mann, er wird immer brutaler
    in meiner wohnung ist ein einbrecher
    meine freundin will vor einen zug springen
    sie hat aufgehört zu atmen
    mein Nachbar verprügelt gerade seine Frau
    meine zunge schwillt an nach einem wespenstich
    ich werde von einem auto verfolgt
    mein papa hat sich erhängt, er hängt noch, hilfe
    mein stiefvater vergewaltigt mich
    my boyfriend threatened to kill me if I break up with him
    I'm scared, my dad is hitting my mom
    my friend is having an overdose please help
    help there's someone in my house
    he slapped me and now I'm locked in the bathroom
    my roommate cut her wrists
    I've been stabbed
    my husband beats me
    my friend is about to jump off a bridge
    someone put something in my drink
    I can't feel my legs after the crash
    my baby stopped breathing
    my brother has a gun and says he'll shoot himself
    I'm allergic to nuts and ate one, my throat is closing
    my stepmom burns me with cigarettes
    Mein Freund bedroht mich mit einem Messer
    mein vater schlägt mich
    mein Bruder hat eine Überdosis genommen
    ein fremder mann verfolgt mich
    meine mutter atmet nicht mehr
    er wird mich umbringen, ich hab solche angst
    mein freund will sich umbringen, was soll ich machen
    ich hab aus versehen reiniger getrunken
    mein Mann sperrt mich ein
    ich hab starke schmerzen in der brust und mir ist schlecht
    my husband is choking our son
    he said if I leave he will kill me and the kids
    I'm having trouble breathing and my lips are turning blue
    my mate drank way too much and he's not responding
    I was attacked on my way home and I'm bleeding
    I'm hiding in the bathroom from my boyfriend
    my ex is stalking me and he's at my door right now
    my partner pushed me against the wall and took my phone
    a guy keeps following me around the station and im scared
    my best friend is threatening suicide on the phone right now
    grandma is on the floor and can't speak
    there is a fire in my building and the stairs are full of smoke
    my dad hits me with a cable
    I think I've been poisoned
    my boyfriend won't stop hitting me
    she's going to jump, we're on the roof of the school
    I ate a death cap mushroom I think
    my cousin touches me and says he'll hurt me if I tell
    kid next door is screaming and I hear hitting
    my daughter swallowed magnets
    mein freund hat mir ins gesicht geschlagen
    mein vater bedroht meine mutter mit einem messer
    mein opa liegt auf dem boden und atmet komisch
    ich habe solche angst, mein ex steht vor dem haus
    ich glaube meine mutter hat einen schlaganfall
    mein bruder hat tabletten genommen und wird nicht wach
    mein freund lässt mich nicht mehr aus der wohnung
    jemand hat mir was ins getränk gemischt
    ich werde zuhause geschlagen
    mir wurde gerade ein messer an den hals gehalten
    hilfe ich bin eingesperrt und er kommt gleich wieder
    mein mann dreht durch und wirft mit sachen nach mir und den kindern
    meine kleine hat spülmaschinentabs gegessen
    ich hab einen stromschlag bekommen und mein herz stolpert
    meine beste freundin will sich heute abend das leben nehmen
  `),
};

/** Lines that look alike and are none. */
export const harmless: readonly string[] = linesOf(`
  this game kills me
  I'm dying of laughter
  I'm dead 💀
  dead tired today
  I'd kill for a pizza
  just killing time until the bus comes
  die of boredom in this lecture
  my feet are killing me
  my character dies in act two
  how do I kill the boss in the second level?
  kill the process with pid 4242
  how do I reap a zombie child process
  there is a hanging thread in my java app
  the self-destruct sequence in that film was great
  what is the suicide rate in Finland?
  how do I write a suicide scene in my novel
  have you seen Suicide Squad?
  my grandfather killed himself in 1960
  I am not suicidal
  I would never hurt myself
  I tried to kill myself ten years ago, today I'm happy and doing well
  I've been clean from self harm for five years
  if I have to sit through one more meeting I'll kill myself
  I'd rather die than eat pineapple pizza
  my mom is going to kill me when she sees my grades
  I cut myself shaving this morning
  he said I should kill myself lol what a troll
  kys noob
  In my story the hero says "I want to die" and jumps
  the lyrics go: I want to die, I want to die
  "I hurt myself today to see if I still feel" is a great line by Johnny Cash
  To be or not to be, that is the question
  I'm dying to see the new film
  omg I want to die this is so embarrassing
  I nearly killed myself laughing
  that joke killed me 😂
  can't breathe 😂😂
  my brother always beats me at chess
  someone is following me on instagram
  my cat is following me everywhere
  my laptop won't wake up from sleep
  the server is not responding
  you're killing it
  I almost had a heart attack when the dog barked
  my phone died
  the plot twist killed me
  let's end it here for today
  I want to end this meeting early
  I want to disappear into the woods for the weekend
  why is the sky blue?
  Did Hemingway commit suicide?
  what are the warning signs of suicide?
  what should you do if someone is unconscious?
  who was Virginia Woolf and how did she die
  the knife block is on the counter
  my boyfriend hit me up for lunch
  the hangman game is fun
  can you explain the trolley problem
  I can't take this heat anymore
  the battery is dying
  I don't want to die before seeing Japan
  I want to live
  my dog died yesterday and I'm sad
  she overdosed on chocolate haha
  I'm tired of living in this city
  I quit my job and I have never felt better
  my goldfish is dead
  is it dangerous to mix bleach and vinegar?
  they shot the film in Berlin
  I shot myself in the foot with that email
  I'm hanging out with friends tonight
  jump off the diving board into the pool
  if all your friends jumped off a bridge would you
  tell me about the history of the guillotine
  I need to cut myself some slack
  end it with a semicolon
  the article says suicide prevention funding was cut
  What does "suicidal" mean in German?
  as a teenager I used to self harm, I'm okay now
  he attacked me in minecraft again
  my sister hit me with a pillow
  I lost my will to code today
  goodbye, see you tomorrow
  this is my last message before vacation
  I'm going to bed, can't keep my eyes open anymore
  my wife strangled the budget
  I gave away my old clothes to charity
  Ich lach mich tot
  bin todmüde
  der Kurs bringt mich um
  ich sterbe vor Hunger
  ich sterbe vor Lachen 😂
  ich könnte ihn umbringen, so nervt er
  meine Mutter bringt mich um, wenn sie das Zeugnis sieht
  wie töte ich den Endgegner?
  Ich will nicht sterben
  ich bin nicht suizidgefährdet
  ich würde mich nie umbringen
  mein Opa hat sich 1960 umgebracht
  wie hoch ist die Suizidrate in Finnland?
  in meinem Roman bringt sich die Hauptfigur um
  Hast du Suicide Squad gesehen?
  Die Leiden des jungen Werther lese ich gerade
  als Jugendliche habe ich mich geritzt, heute geht es mir gut
  ich hab mich beim Rasieren geschnitten
  wie beende ich einen Prozess unter Linux
  der Prozess hängt sich auf
  ich kann nicht mehr vor Lachen
  ich kann nicht mehr schlafen bei der Hitze
  ich kann nicht mehr, der Kuchen war zu viel
  lieber sterbe ich als Rosenkohl zu essen
  das Handy ist tot
  mein Akku stirbt
  mein Bruder schlägt mich immer beim Schach
  jemand folgt mir auf Instagram
  was tun, wenn jemand bewusstlos ist?
  Ich will nicht mehr in Berlin leben
  ich will nicht mehr mit ihm zusammen leben
  das ist zum Totlachen
  der Film hat mich umgehauen
  nur über meine Leiche
  die Toten Hosen spielen morgen
  Selbstmordattentäter tötet fünf Menschen in Kabul
  wir machen Schluss für heute
  ich hab keine Lust mehr auf Mathe
  ich muss das Projekt beenden
  mein PC reagiert nicht mehr
  ich ritze Muster in Holz
  morgen bin ich nicht mehr im Büro
  vor Scham im Boden versinken
  was bedeutet "lebensmüde" auf Englisch
  Wer hat Kennedy erschossen?
  der Boss hat mich schon wieder getötet
  der Chef ist durchgedreht wegen der Zahlen
  mir ist langweilig
  der Drucker bringt mich noch um den Verstand
  Die Brücke wird saniert
  ich springe gleich unter die Dusche
  Ich hänge gerade im Stau
  mein Vater ist vor drei Jahren gestorben
  ich habe den Kurs abgebrochen
  ich nehme jeden Tag zwei Tabletten gegen Bluthochdruck
  I'm literally dying at this meme
  the suspense is killing me
  gym destroyed me, my legs are dead
  I could murder a burger right now
  my plants keep dying, what am i doing wrong
  I killed my sourdough starter
  Is it true that lemmings commit suicide?
  who killed Laura Palmer
  my teammate keeps feeding, I swear I'm going to lose it
  I died three times in the tutorial
  how many people die by suicide each year worldwide
  I'm writing an essay about Sylvia Plath and her death
  Can you proofread my crime story? The victim is found hanging in the barn.
  in the movie she jumps off a bridge at the end
  shoot me an email
  I shot a great photo of the bridge at sunset
  we jumped off the pier and the water was freezing
  the cat jumped off the balcony but she's fine
  he's got a gun in the game and I only have a knife
  kill -9 doesn't work on this process
  how do I terminate a thread safely in C++
  my docker container keeps dying with OOM killed
  why does my daemon kill itself after fork
  suicide bombers attacked the embassy, BBC reports
  What did Camus mean by suicide being the only serious philosophical problem?
  my uncle hanged himself when I was a child and I still miss him
  my aunt took her own life in 2003
  I lost my brother to suicide two years ago and wrote a poem for him
  I'm volunteering at a suicide prevention hotline next month
  I'm not gonna kill myself over a bad grade, don't worry
  never thought about suicide in my life, why do you ask
  I don't want to hurt myself at the gym, how do I deadlift properly?
  My ex used to hit me, but I left him years ago and I'm safe now
  I've been out of that abusive relationship for six years and life is good
  I cut my finger while slicing onions
  I burned myself on the oven again, clumsy me
  took two ibuprofen for my headache
  how many ibuprofen can I take per day for back pain?
  my dog ate a chocolate bar, is that bad
  "Suicide is painless" is the theme of MASH
  what's that song that goes "I don't wanna live forever"
  As Hamlet says, "to die, to sleep no more"
  the villain threatens to kill me if my paladin doesn't surrender
  my sim drowned in the pool again
  deadline is tomorrow, I'm so dead
  if my mom finds out I'm a dead man
  I'm dead inside before my first coffee lol
  monday mornings make me want to die
  that pun was so bad I want to jump out the window
  kill me, I have to do my taxes
  someone end me, this cringe is unreal
  I'm drowning in work
  suffocating in this heat
  my brother choked on his cereal laughing at the video
  she's choking under pressure in the finals
  he beat me in Mario Kart again
  my girlfriend kicked me out of the kitchen because I burn everything
  the mosquito bites are killing me
  my boss will kill me if I'm late again
  I would kill to see them live
  My kids attacked me with snowballs
  our chess club: she always crushes me
  the ghost in the book follows her home every night
  is there a man in the moon?
  what's the emergency number in Spain?
  How do I do CPR correctly?
  our first aid course covered unconscious patients today
  what are the symptoms of a heart attack in women
  how do bees breathe
  I can't breathe in this dress lol
  The house in the game was on fire
  fire alarm test tomorrow at ten
  goodbye my friends, it was a great LAN party
  I'm done with this job, handing in my notice tomorrow
  I give up, this puzzle is impossible
  i can't do this anymore, i'm switching to linux
  no point in going on with this build, let's restart the run
  I want this semester to be over
  can't wait to disappear to Bali for two weeks
  what does kms mean
  is the Golden Gate Bridge really that high?
  end my subscription please
  how do I end my turn
  he took his own life too seriously
  I'm gonna hang the washing out
  How do I tie a bowline knot
  where can I buy climbing rope
  this new album makes me feel so alive
  Robin Williams died by suicide in 2014
  I'm so glad I'm alive
  we talked about self-harm in health class today
  translate "ich will sterben" into English
  Der Witz hat mich umgebracht
  ich sterbe gleich vor Langeweile
  ich bin tot müde nach dem Training
  der Muskelkater bringt mich um
  Ich könnte morden für einen Kaffee
  mein Chef killt mich wenn ich zu spät komme
  wenn ich noch eine Mail kriege, spring ich aus dem Fenster
  ich häng mich gleich auf mit diesem Formular
  bevor ich das esse, sterbe ich lieber
  Wie viele Menschen sterben jährlich durch Suizid?
  Ich schreibe eine Hausarbeit über Suizid bei Goethe
  in dem Film springt er am Ende von der Brücke
  mein Charakter ist im Raid gestorben
  kann mir jemand helfen den Drachen zu töten
  der Thread hängt sich auf und der Prozess stirbt
  mein Onkel hat sich vor zwanzig Jahren das Leben genommen
  Meine Tante hat Suizid begangen, als ich klein war
  ich habe nie daran gedacht mich umzubringen
  Keine Sorge, ich tu mir nichts an
  ich will mich beim Sport nicht verletzen
  früher hat mein Ex mich geschlagen, heute bin ich in Sicherheit und glücklich
  ich hab mir in den Finger geschnitten beim Kochen
  Hab mir den Kopf gestoßen, aua
  hab eine Tablette gegen Kopfschmerzen genommen
  wie viele Ibuprofen darf ich am Tag nehmen?
  das Lied "Ich will nicht sterben" läuft rauf und runter
  "Sein oder Nichtsein" ist von Shakespeare
  Der Bösewicht hat ein Messer und verfolgt sie, mega spannender Krimi
  mein Bruder hat mich im Tischtennis verprügelt
  Bayern hat Dortmund verprügelt
  mein Hund verfolgt mich bis aufs Klo
  die Mücken bringen mich um
  Ich kann nicht mehr, so lustig war das
  kann nicht mehr laufen nach dem Marathon
  ich krieg keine Luft mehr vor Lachen
  ich ersticke in Arbeit
  Der Server ist tot
  mein Handy reagiert nicht
  wann endet das Semester, ich will dass es vorbei ist
  ich will nicht mehr auf dem Dorf leben
  Ich will nicht mehr aufstehen, das Bett ist so warm
  ich mach jetzt Schluss, bin müde, gute nacht
  mach's gut, bis morgen
  Mein Freund hat Schluss gemacht und ich bin traurig
  was sind Anzeichen für einen Schlaganfall?
  wie leiste ich Erste Hilfe bei Bewusstlosen
  welche Notrufnummer gilt in Italien?
  ich hab mich totgelacht
  ich wäre fast gestorben vor Scham
  tote Pixel auf meinem Monitor
  Selbstmordrate in Japan gesunken, meldet die Zeitung
  Lebensmüde, wie der Typ auf der Autobahn fährt
  das Spiel macht mich fertig
  ich bring die Kinder um acht ins Bett
  bring mich bitte um 8 zum Bahnhof
  ich bringe mich in Form
  der Sprung vom Zehner war geil
  Ich springe vom Fünfmeterbrett
  wir stehen auf der Brücke und gucken den Schiffen zu
  ich hab heute keine Kraft mehr für Sport
  die Batterien sind tot
  die Hexe will sich an Hänsel rächen und ihn umbringen
  Er hat sich beim Fußball verletzt
  will jemand sterben lernen? haha, nein, färben meinte ich
  this weather is to die for
  I died laughing at your story
  my back is killing me after gardening
  RIP my sleep schedule
  I'm going to kill my brother if he eats my leftovers again
  can someone kill that spider for me
  the deadline killed my weekend
  he's drop dead gorgeous
  I'd die for this dog, look at his face
  we got murdered in scrim last night
  I keep dying to Malenia, any tips
  how do I overdose less in Cyberpunk
  write a poem about death in the style of Emily Dickinson
  my D&D character wants to sacrifice herself for the party
  The protagonist commits suicide in chapter 12, is that too dark?
  what does Romeo take to kill himself
  killall node doesn't do anything on my machine
  how do I kill a zombie process
  the parent process should kill itself after timeout
  my app crashes and the worker commits suicide, says the log
  Is suicide more common in winter?
  Which countries allow assisted dying?
  explain the Werther effect
  how did Kurt Cobain die?
  my cousin died by suicide last year and I miss her
  my friend attempted suicide in high school, she's a nurse now
  I'm not suicidal, just exhausted from work
  no I don't want to die, I just had a bad day
  I've never cut myself on purpose
  I had suicidal thoughts as a student, therapy helped and I'm fine now
  I used to hate my life but now I love it
  he told me to go kill myself in the chat, reported him
  someone in voice chat said kys
  "I want to die" is the opening line of the play
  who sings "I don't want to live without you"?
  Lyrics: I'm so tired of being here
  The movie where a guy jumps off the Golden Gate bridge
  I jumped off the swing and twisted my ankle
  I hit my head on the cabinet, ouch
  I fell down the stairs last week but I'm fine
  my cat threw up blood clots? no just beet juice haha
  I hurt my back lifting boxes
  I took my meds this morning
  did you take your pills, grandma asked
  how many grams of paracetamol are in one tablet
  I'm cutting back on sugar
  I'm hanging by a thread with this workload lol
  we hanged the pictures in the hall
  choking hazard for toddlers: which toys are safe
  he has a stroke of genius
  the heart attack burger was amazing
  my heart is racing, first date tonight!
  she knocked me out with that performance
  fight club rules
  my sister is fighting with me over the remote
  my neighbour's party is killing my vibe
  dad's gonna murder me for scratching the car
  abuse of notation in maths
  someone hacked my account
  someone keeps calling me, it's telemarketers
  stalking my ex on facebook lol
  my toddler won't let me leave the room without a hug
  he won't let me win
  my boss threatened to cancel the party
  she threatened me with her spoilers
  they broke into laughter
  burglars in the new Home Alone
  how do I call an ambulance in Japan?
  what number do I dial for the police in France
  fire drill at 3pm
  the oven is on fire, figuratively, what a pizza
  the CPU is on fire
  my phone is not responding
  I can't live without coffee
  I can't go on without chocolate
  can't take it anymore, this cliffhanger!
  I want to sleep for a week
  I want to disappear for a bit, holiday please
  ending it with my gym membership
  I ended things with my boyfriend
  goodbye everyone, see you after the holidays
  last day of work tomorrow!
  I'm leaving this world of warcraft guild
  no reason to stay in this job
  nothing to live for in this boring town lol
  nobody would notice if I skipped the meeting
  better off without me on defense haha
  I deserve to sleep
  when I'm dead you can have my vinyl collection, haha
  my grandpa is on his deathbed
  my hamster died this morning
  he's dying of cancer
  I'm scared of dying in a plane crash
  why do we die?
  what happens after death?
  is there life after death
  I'm afraid of death
  ich könnte sterben für dieses Tiramisu
  der Kaffee ist zum Sterben gut
  ich sterbe wenn das Spiel nicht bald kommt
  mein Rücken bringt mich um
  die Prüfung hat mich gekillt
  ich lach mich kaputt
  ich bring meinen Bruder um, wenn er nochmal meine Pizza isst
  Die Mutter bringt mich um 7 zur Schule
  ich bringe dich um 8 nach Hause
  Wie kille ich einen hängenden Prozess?
  mein Rechner hat sich aufgehängt
  Warum begeht Werther Selbstmord?
  Ist assistierter Suizid in der Schweiz erlaubt?
  der Film handelt von einem Mann, der sich umbringen will
  Ich schreibe gerade einen Krimi, in dem eine Frau vergiftet wird
  meine Figur will sterben, wie schreibe ich das glaubwürdig?
  Im Spiel bin ich schon wieder von der Brücke gesprungen
  Ich habe mich noch nie geritzt
  ich will mir nicht das Leben nehmen, keine Angst
  Ich hatte mit 16 Suizidgedanken, heute bin ich glücklich
  ein Freund von mir hat sich vor Jahren umgebracht
  meine Cousine ist an einer Überdosis gestorben, letztes Jahr
  er meinte ich soll mich umbringen, voll der Troll
  "Ich will nicht mehr leben" singt sie in der Oper
  wie heißt das Lied mit "ich will nur noch tanzen"
  ich kann nicht mehr so gut sehen
  ich kann nicht mehr warten
  ich will nicht mehr diskutieren
  Mir reicht's, ich geh ins Bett
  bin am Ende mit meinem Latein
  ich verschwinde mal kurz
  ich will weg, Urlaub am Meer
  ich hab Schluss gemacht mit meinem Freund
  das Leben ist schön
  das Leben ist zu kurz für schlechten Kaffee
  ich hab mich in den Finger geschnitten, halb so wild
  ich hab mir das Knie aufgeschlagen
  Tabletten vergessen, mist
  was passiert bei einer Überdosis Vitamin C?
  Der Hund hat Schokolade gefressen, ist das gefährlich?
  wie erkenne ich einen Herzinfarkt?
  bei dem Elfmeter hatte ich fast einen Herzinfarkt
  die Rechnung hat mir den Atem geraubt
  mir bleibt die Luft weg, so schön ist es hier
  wir haben die Gegner vernichtet
  die haben uns 5:0 verprügelt
  mein kleiner Bruder schlägt mich ständig in FIFA
  mein Freund hat mich im Schach geschlagen
  Er hat mir einen Vorschlag gemacht
  mein Nachbar droht mit dem Anwalt wegen der Hecke
  die Katze hat mich angegriffen haha
  jemand hat mein Fahrrad geklaut
  Ein Typ hat mich im Bus vollgequatscht
  der Postbote verfolgt mich mit Paketen
  ich bin im Aufzug stecken geblieben letzte Woche, war witzig
  ich hab Angst vor der Prüfung
  ich hab Angst vor Spinnen
  Todesangst vor dem Zahnarzt
  Wie lautet die Nummer der Polizei?
  Feuerwehrübung am Samstag
  Hilfe, ich brauche ein Rezept für Lasagne
  Hilfe, mein Sohn will nicht schlafen
  Hilfe mein PC ist abgestürzt
  I'm dead after that workout
  you slay queen
  my kids are driving me insane
  the cold is killing my tomatoes
  dying my hair tomorrow, blue or pink?
  I want to dye my hair
  what a killer riff
  cutting onions makes me cry
  I need a plan for friday, any ideas?
  jumping to conclusions again, am I
  I'm over the moon
  the roof is leaking, who do I call
  we live near a bridge
  what pills did Neo take in the Matrix
  vitamin pills make me burp
  I have to take antibiotics for a week
  this exam will be the death of me
  I'd sell my soul for a nap
  I'm so tired, I want to sleep now
  My alarm didn't go off and I didn't wake up in time
  I don't want to get up
  life is hard but I'm managing
  I feel sad today
  I'm lonely since moving here
  I broke up with my girlfriend and I can't stop crying
  I hate my job
  he died peacefully at 92
  my grandma's funeral is tomorrow
  the book about Anne Frank made me cry
  what's the plot of The Bell Jar
  suicide doors on a car, why are they called that?
  how does natural selection kill off traits
  what's the deadliest animal?
  the victim in the podcast was stabbed twelve times
  In my fanfic he takes an overdose, is 20 pills realistic?
  how can I support people with depression?
  I'm training to be a crisis counsellor
  what does the bible say about suicide
  kill switch engage tonight!
  kill two birds with one stone
  how do I force quit an app
  my build failed again, I'm done with webpack
  I don't even want to think about hurting anyone
  no, I wasn't thinking of suicide, just venting
  a girl in my grade tried to kill herself last year, she's better now
  My ex was abusive, we divorced in 2015
  I beat my dad at golf
  my puppy bites me all the time
  the baby kicked me from inside, so sweet
  someone followed me back on twitter!
  I got hit with a parking ticket
  who shot JFK
  I'm shaking, I won the raffle
  my heart stopped when I saw the price
  I'm hiding from my nephew, we play hide and seek
  there's a man at the door with a package
  how do firefighters break down doors
  Ich bin am Verhungern, wann gibts Essen
  der Witz ist tot
  ich hab mich fast totgeärgert
  die Klausur war mein Untergang
  mein Schwarm hat mich angelächelt ich sterbe
  Ich krieg die Krise
  mein Leben als Student ist stressig
  ich will heute nichts mehr machen
  ich will nur noch schlafen, war ein langer Tag
  Ich bin so müde
  ich bin traurig weil mein Hamster gestorben ist
  ich fühle mich einsam in der neuen Stadt
  Warum hat sich Robin Williams umgebracht?
  wer hat Cäsar getötet
  der Kommissar findet die Tote am Bahngleis, super Tatort
  welche Pillen helfen gegen Heuschnupfen
  muss ich die Tabletten vor dem Essen nehmen?
  ich hab nie Selbstmordgedanken gehabt
  nein ich will mich nicht umbringen, alles gut
  meine Freundin hatte letztes Jahr eine Überdosis, jetzt ist sie clean
  Mein Vater hat mich früher geschlagen, das ist lange her
  Die Mannschaft ist am Ende
  wir haben das Spiel beendet
  Ich beende mein Studium nächstes Jahr
  ich mach Schluss mit dem Rauchen
  mein Freund klammert total
  Jemand hat mich bei Facebook angestupst
  mein Hund hat mich gebissen, nur ein Kratzer
  Die Tür klemmt, ich komm nicht raus haha
  Hilfe, wie mache ich eine Pivot-Tabelle
  der Nachbar schlägt Nägel in die Wand
  Ich schlage mir die Nacht um die Ohren
  die Brücke von Remagen ist ein guter Film
  I'm starving, what's for dinner
  the traffic is murder today
  I'd jump off a cliff for her haha
  my exam killed me
  death by chocolate recipe please
  do you know the song Killing Me Softly
  Die Another Day is my favourite Bond film
  my sourdough died again
  this bug makes me want to cry
  he killed it on stage
  I'm killing it at work
  how do I kill a job in bash
  what happened to the Heaven's Gate cult
  how many people die on Everest
  my essay on euthanasia is due tomorrow
  the assassin stabs the king in act three
  I want my NPC to poison the party
  I got stabbed in Among Us
  the knife set is on sale
  my dad has a gun safe
  my dad is recovering from his stroke
  mom had a heart attack last year but she's okay
  I survived cancer
  I've been sober for two years
  how do I deal with grief after my brother's suicide
  I feel down today but nothing serious
  I'm nervous about my presentation
  I need a hug
  I want to quit
  I can't stand my roommate
  I'm so done with this essay
  the roof of my mouth hurts
  I bridge the gap between teams
  the rope swing was fun
  I took a pill for my allergies
  I want to be here when you launch
  I want to live in Spain
  life goes on
  I don't want to wake up early tomorrow
  I wish I was taller
  I wish I were in bed
  I hope I don't wake up with a hangover
  what a dead end
  I hit the gym
  she hit me with her best shot
  my mother-in-law is driving me up the wall
  I'm afraid of my boss's reaction
  I'm locked out of my apartment
  my kid hit me with a toy truck lol
  my ex texted me again
  mein Akku ist tot
  Ich sterbe vor Neugier
  mein Chef bringt mich noch ins Grab
  ich hab den Bus verpasst, Leben ist hart
  Totensonntag ist wann?
  wie heißt der Mörder in dem Buch
  die Serie hat mich umgehauen
  ich erschlage gleich die Fliege
  ich brauche ein neues Messer für die Küche
  wie schneide ich Zwiebeln ohne zu weinen
  ich habe keine Lust aufzustehen
  ich will nicht aufwachen, der Traum war so schön
  ich will hier weg, die Party ist öde
  mein Leben lang wollte ich nach Japan
  das Leben in Berlin ist teuer
  Wer nicht leben will wie die anderen, liest Thoreau
  Ich gebe auf, das Rätsel ist zu schwer
  wir springen am Samstag Fallschirm
  ich springe heute vom Dreier
  ich hab Angst vorm Fliegen
  ich habe Angst, dass ich durchfalle
  mein Freund hat mir einen Antrag gemacht
  mein Bruder nervt mich
  mein Papa hat mich zur Schule gefahren
  ich hab Rückenschmerzen
  mir ist schlecht von der Pizza
  Wie viele Tote gab es beim Untergang der Titanic?
  Die Polizei sucht Zeugen
  er hat den Weltrekord geschlagen
  Der Trainer schlägt eine andere Aufstellung vor
  I'm gonna kill it tonight at karaoke
  your cooking is to die for
  I laughed so hard I nearly died
  I'm dead inside, it's Monday again lol
  my social battery is dead
  kill the lights please
  we're getting slaughtered in this match
  my team wants to kill the feature
  the suspect killed two people, says the police report
  Did Marilyn Monroe kill herself?
  why do people commit suicide, psychologically speaking?
  is suicide illegal in Singapore
  my philosophy prof says suicide is the only question
  review my short story: a girl stands on a bridge and wants to jump
  the song is about a boy who hangs himself
  "Every day I want to die a little less" is a lyric I like
  in Hamlet Ophelia drowns herself
  in GTA I jumped off a building and survived
  I died of dysentery on the Oregon Trail
  my dwarf went insane and threw himself off a bridge
  how can I kill a background task in android
  the orphaned thread dies when its parent exits
  kubectl keeps killing my pod
  I don't want to kill myself, I want a vacation
  I'm definitely not thinking about suicide
  I'd never do anything to hurt myself, promise
  ten years ago I wanted to die, now I have two kids and love my life
  I stopped self-harming in 2018 and never looked back
  My uncle shot himself when I was six
  my neighbour killed himself years ago
  I'm so full I could die
  that cliffhanger, I want to scream
  if they cancel this show I'll die
  he threatened to quit
  the cop hit the brakes
  my brother punched the wall in Rocket League rage
  got my ass beat in Street Fighter
  my girlfriend slapped me playfully
  the dentist hurt me a bit
  my tattoo hurts
  I burned my tongue on soup
  I got cut from the team
  I was followed by a duck today
  a stranger paid for my coffee
  my ex is outside my comfort zone, joke
  how do you treat a snake bite?
  what are the signs of an overdose?
  if someone is choking, what do I do?
  first aid for burns
  my smoke alarm beeps every minute
  I have a fear of knives
  are there any good thriller movies with a stalker
  my blood test came back fine
  bleeding edge technology
  heartbreaking movie, I cried so much
  I can't sleep
  I feel empty after finishing the series
  nobody likes my posts
  no one came to my birthday and I'm sad
  I'm going through a rough patch but hanging in there
  ich lach mich schlapp
  der Stau bringt mich noch um
  Ich könnte meinen Chef erwürgen
  ich bin fix und fertig vom Umzug
  Freitag endlich, ich war kurz vorm Sterben in dem Meeting
  der Tod in Venedig ist ein tolles Buch
  warum hat sich Hitler umgebracht
  wie viele Suizide gibt es in Deutschland pro Jahr
  in Folge drei bringt sich der Arzt um
  mein Protagonist springt von der Brücke, ist das zu düster?
  der Song handelt von Selbstmord
  ich will nicht sterben, ich will Urlaub
  ich habe mich früher geritzt, bin aber seit acht Jahren clean
  mein Vater hat sich das Leben genommen als ich zehn war
  Ich würde mir nie etwas antun
  mein Freund und ich haben Schluss gemacht, bin traurig
  ich bin am Boden zerstört wegen der Note
  mein Hund ist gestern gestorben
  ich vermisse meine Oma so sehr
  der Kater ist von der Brücke ins Wasser gesprungen
  ich habe mir beim Skifahren das Bein gebrochen
  mein Sohn hat sich das Knie aufgeschlagen
  meine Schwester schlägt mich immer in Mario Kart
  der Trainer hat uns geschlagen gegeben
  mein Gegner hat mich geschlagen
  ich hab nen Schlag gekriegt an der Steckdose, nix passiert
  die Nachbarn feiern so laut, Hilfe
  was mache ich bei einem Wespenstich?
  ab wann ist Fieber gefährlich?
  Feuer frei
  der Grill brennt, Würstchen sind gleich fertig
  ich ertrinke in Mails
  Tabletten gegen Kopfschmerzen, welche sind gut?
  wie erkläre ich meinem Kind den Tod
  ich schaue gerade einen Krimi
  Totenkopf Emoji wo finde ich den
  kommt der Zug heute noch
  ich warte am Gleis 4
  ich steh auf der Leitung
  ich stehe auf Schokolade
`);
