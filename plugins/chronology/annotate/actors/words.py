"""The small words by which names are told apart. To teach a rule a new word, add it to its set here."""

from __future__ import annotations

from ...lexicon import word_set

HEADS = word_set(
    """president presidents premier minister ministers chancellor secretary undersecretary king queen prince
    princess emir sultan sheikh sheik shah ayatollah pope archbishop bishop cardinal imam rabbi reverend general
    gen colonel col lieutenant lt captain capt major maj commander cmdr admiral adm marshal sergeant sgt
    corporal brigadier brig officer senator sen congressman congresswoman representative rep governor gov mayor
    ambassador envoy consul attache chairman chairwoman chairperson chair chief director head leader spokesman
    spokeswoman spokesperson speaker judge justice professor prof doctor dr analyst economist lawmaker
    legislator deputy warlord coordinator commissioner treasurer trader dealer lawyer attorney prosecutor
    journalist correspondent activist expert adviser advisor aide executive mr mrs ms miss sir lord lady dame
    strongman dictator negotiator diplomat delegate inspector superintendent candidate founder owner partner
    strategist researcher administrator controller manager"""
)
"""A title, an office or a role: what follows it, or precedes it after a comma, is a person."""

SURE_HEADS = word_set(
    """president premier minister chancellor secretary king queen pope ayatollah emir general gen colonel col
    captain senator sen rep congressman governor gov chairman chairwoman spokesman spokeswoman leader mr mrs ms
    dr sir lord dictator ambassador prof professor commander admiral commissioner undersecretary strongman"""
)
"""Those after which a surname alone is enough: "President Keita", "Mr Lavrov"."""

COURTESY = word_set("mr mrs ms miss dr sir lord lady dame")

OFFICE_OF = word_set(
    """state defense defence treasury exchequer commerce energy agriculture transportation trade affairs finance
    foreign interior labor labour health education justice industry house senate security council staff
    parliament national assembly cabinet economy housing the and army forces petroleum oil planning information"""
)
"""What a title may continue with after "of": "Secretary of State", "Chancellor of the Exchequer"."""

SINGLE_OFFICES = word_set("president premier chancellor king queen pope emir sultan")
"""Titles that stand for their holder without another word: "the president"."""

PARTICLES = word_set(
    """al el bin ibn ben abu ould ag de la le du da dos das del della di von van der den ter bint d ul"""
)
"""Small words within a name: "Iyad Ag Ghali", "Ursula von der Leyen"."""

ARTICLES = word_set("al el ad an ar as at az ash")
"""Arabic articles, which a hyphen joins to the word that they belong to."""

SAYING = word_set(
    """said says say saying told tells added adds insisted insists warned warns declared declares stated states
    replied argued argues noted notes announced announces explained claimed claims acknowledged denied denies
    conceded confirmed stressed commented suggested wrote tweeted asked urged accused condemned vowed pledged
    recalled reiterated remarked testified indicated emphasised emphasized disclosed"""
)

NOT_NAMES = word_set(
    """The A An And But Or Nor Yet So If When While Where Whereas Although Though Because Since After Before During
    Until Unless As At By For From In Into Of On Onto Off Out Over Under Up Upon With Within Without Against
    Among Amid Between Through Throughout Toward Towards To Despite Following According Asked Earlier Later
    Meanwhile Moreover However Instead Also Only Even Still Then There Here This That These Those He She It They
    We You I His Her Its Their Our My Your Who Whom Whose What Which Why How Some Many Most More Much All Any
    Each Every Both Several Few Other Others Another One Two Three Four Five Six Seven Eight Nine Ten No Not Now
    Once Just Last Next New Old Like Unlike About Above Is Are Was Were Be Been Has Have Had Do Does Did Will
    Would Can Could May Might Must Shall Should Let Thousands Hundreds Dozens Nearly Almost Around Further
    Speaking Read Comment Image Photo File Monday Tuesday Wednesday Thursday Friday Saturday Sunday January
    February March April June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept
    Sep Oct Nov Dec Today Yesterday Tomorrow Thus Therefore Indeed Perhaps Recently Separately Officials Sources
    Analysts Experts Government Authorities Police People Residents Witnesses Militants Rebels Dlrs Pct Mln Bln
    Tonnes Responding Acknowledging Commenting Addressing Acting Islamist Islamists Jihadist Jihadists
    Muslim Muslims Christians Jewish Arab Arabs Western African European Asian Latin Sunni Shia Shiite Kurdish
    Kurds Kurd Tuareg English God Internet OK AM PM GMT IST EST UTC North South East West Northern Southern
    Eastern Central Colonels Anti Pro Ex Non"""
)
"""Capitalised words that belong to no one's name: openings of sentences, days, peoples."""

PLACE_NOUNS = word_set(
    """River Street Avenue Road Airport Hotel Island Islands County Valley Stadium Square Prize Peace Bridge Palace
    Park Mountain Mountains Lake Sea Bay Gulf Strait Province Region District State City Town Village Hall
    Building Center Centre Hospital Church Mosque Cathedral School Base Field Port Harbor Harbour Desert
    Peninsula Canal Act Treaty Accord Agreement Constitution Bill Law Plan War Day Week Month Year Age Cup Games
    Award Index Highway Station Tower House Canyon Beach Fund Report Resolution Protocol Declaration Cooperation
    Defense Defence Policy Stock Exchange Market Markets Pipeline Show Fair Festival Forum Friday Monday Tuesday
    Wednesday Thursday Saturday Sunday Zone Area Front Line Blu"""
)
"""Nouns that make a capitalised run a thing, not a person."""

HEADS_OF_THINGS = word_set(
    """Deir Dayr Ras Tal Tel Tell Tall Jabal Jebel Wadi Dar Umm Bab Khan Kafr Kafar Ain Ayn Bir Jisr Maarat Madinat
    Shatt Beit Bayt Qalat Hayy Nahr Burj Urem Khirbet Harf Hosh Souq Suq Haram Masjid Jabhat Ahrar Liwa Harakat
    Kataib Katibat Asaib Hayat Tahrir Faylaq Jaish Jaysh Ansar Dawlat Hizb Hezb Majlis Suqour Suqur Saraya Jund
    Junud Sawt Asharq Sharq Eid Id Dhu Ahl Quds Al Ad An Ar As At Az Ash"""
)
"""Arabic words that begin the name of a place, a group or a paper: "Deir al-Zor", "Liwa al-Quds"."""
SITUATED = word_set("in at near from around outside inside towards toward into across between")
THINGS = word_set(
    """town towns city village villages district province governorate area region neighbourhood neighborhood suburb camp
    field oilfield forces brigade battalion division mosque prison airport base hospital school bridge dam"""
)
"""What stands before or after the name of a place or a unit: "the town of Umm Salam", "the Abu Salam brigade"."""
RELATIVES = word_set(
    """wife widow husband father mother brother brothers sister sisters son sons daughter daughters nephew uncle cousin
    lawyer lawyers regime presidency"""
)
"""What only people have."""

BODY_NOUNS = word_set(
    """Ministry Department Parliament Senate Congress Court Cabinet Government Administration Authority Office
    Directorate Presidency Embassy Consulate Treasury Navy Army Police Secretariat Tribunal Duma"""
)
ALLIANCE_NOUNS = word_set("Alliance Coalition Union Pact League Community Commonwealth Group")
GROUP_NOUNS = word_set("Front Movement Brigade Brigades Army Militia Battalion Battalions Resistance Liberation")
MEDIA_NOUNS = word_set(
    """News Times Post Herald Tribune Television TV Radio Broadcasting Newspaper Journal Gazette Agency"""
)
COMPANY_NOUNS = word_set(
    """Inc Corp Corporation Co Company Ltd PLC Plc SA AG NV BV GmbH Bancorp Airlines Airways Motors Industries
    Holdings Enterprises Brothers Bros Electric Petroleum Oil Gas Steel Chemical Chemicals Insurance Securities
    Financial Foods Systems Technologies Partners Associates Mines Mining International Stores Products
    Resources Energy Power Telecom"""
)
OTHER_BODIES = word_set(
    """Party Council Committee Commission Organisation Organization Association Federation Confederation Institute
    Foundation University College Bank Board Bureau Agency Society Assembly Forum Club Chamber Corps Command
    Guard Guards Forces Force Mission Initiative Network Centre Center Service Services Syndicate Congress
    Conference"""
)
ORGANISATION_NOUNS = BODY_NOUNS | ALLIANCE_NOUNS | GROUP_NOUNS | MEDIA_NOUNS | COMPANY_NOUNS | OTHER_BODIES
"""Nouns that end, or begin ("Bank of ..."), the name of an organisation."""

MEDIA_CALLED = word_set("newspaper broadcaster magazine newswire weekly channel")
"""What a medium is called before or after its name."""
MEDIA_WORDS = MEDIA_CALLED | {"agency"}

NO_ACTORS = word_set(
    """GDP GNP VAT CPI PPI USD EUR GBP AIDS HIV DNA RNA COVID CEO CFO COO USS HMS LNG LPG PDF FAQ DVD GPS SMS UAV UAVS
    IED IEDS VBIED WMD ICBM NOTE UPDATE BREAKING EXCLUSIVE SOURCE ANSWER QUESTION CORRECTED ETA TBA AND THE FOR NOT"""
)
"""Capitals that stand for things or open a line."""

SUFFIXES = word_set("Jr Sr II III IV")
"""What may stand after a surname."""

LEADING_NOUNS = word_set(
    """Ministry Department Bank University Council Organisation Organization Union Movement Front Army Office Court
    Committee Commission Institute Federation League Alliance Association Community Parliament Assembly Board
    Chamber Agency Party Bureau Authority Confederation House School Fund Group Economic"""
)
"""Those that may stand first: "Movement for Oneness and Jihad in West Africa"."""

FORCES = word_set("Army Forces Force Guard Guards Command Corps Navy Police")
"""Bodies of a state where its name stands before them."""

REGIONAL = word_set(
    """West East North South Western Eastern Northern Southern Central African European Asian Latin Arab Islamic New"""
)
"""Words that begin no name and yet belong to one: "Economic Community of West African States"."""

ARMED = word_set(
    """group groups militia militias rebels rebel militants militant jihadists jihadist insurgents insurgent
    fighters gunmen guerrillas guerillas extremists terrorists separatists faction"""
)
"""What an armed group is called after its name: "Boko Haram militants"."""
ARMED_ADJECTIVES = word_set(
    """islamist extremist jihadist terrorist terror militant rebel armed insurgent separatist guerrilla
    paramilitary jihadi islamic affiliated linked shiite shia sunni"""
)
ARMED_BEFORE = word_set("group militia militants rebels insurgents guerrillas jihadists faction")

# --- states ---------------------------------------------------------------------------

POWER = word_set(
    """force forces troops troop army armies military militaries soldiers soldier navy airforce police security
    government governments authorities officials official president prime premier minister ministers ministry
    leader leaders junta embassy ambassador diplomats diplomat diplomacy parliament senate congress regime
    administration state navies fleet warplanes jets airstrikes intelligence foreign defence defense interior
    side delegation counterpart counterparts cabinet chancellor king queen aerial naval air coalition
    allies ally presidency influence interests sanctions support policy peacekeepers troop-contributing
    authorities' leadership lawmakers"""
)
"""Nouns through which a state acts: "Malian forces", "Niamey's military government"."""

PLACING = word_set(
    """in across throughout near inside within around outside at through via into northern southern eastern western
    central north south east west northeast northwest southeast southwest northeastern northwestern southeastern
    southwestern border borders mainland from"""
)
"""Words before a country's name that make it a place, not a party."""
BORDER = word_set("border borders frontier")

DEALING = word_set(
    """ties relations talks cooperation cooperate cooperating relationship relation dialogue agreement accord pact
    deal tensions links partnership alliance support coordinate meeting pressure contacts conflict war"""
)
"""Words that make a capital after them stand for its government: "cooperate with Damascus"."""

FINITE = SAYING | word_set(
    """has had have is was are were will would may might can could must should does did insists insisted wants
    wanted announces plans hopes seeks sought agreed agrees rejects rejected accuses accused maintains calls
    called considers fears sees believes opposes supports backs denies refuses refused decided moved sent
    deployed also recently continues remains labelled labeled expressed signed suspended suspends cut cuts
    recalled launched launches expects expected"""
)
"""Verbs after a capital that make it the one who acts: "Moscow insists"."""
