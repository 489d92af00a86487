/** English stop words, separated by white space. From stopwords-iso 1.1.0 (MIT, Gene Diaz), cleaned, and what is only uttered or points to a day. */
export const englishStopWords: string = `
a a's able ableabout about above abst accordance according accordingly across actually added adopted affected
affecting affects after afterwards again against ahead ain't aint all allow allows almost alone along already
also although always am amidst among amongst amoungst amount an and announce another any anybody anyhow anymore
anyone anything anyway anyways anywhere apart apparently appear appreciate appropriate approximately are aren
aren't arent arise around arpa as aside ask asked asking asks associated at auth available away awfully b back
backed backing backs backward backwards be became because become becomes becoming been before beforehand began
begin beginning beginnings begins behind being beings believe below beside besides best better between beyond
big billion biol both bottom brief briefly but buy by c c'mon c's call came can can't cannot cant caption case
cases cause causes certain certainly changes clear clearly click cmon com come comes con concerning consequently
consider considering contain containing contains corresponding could could've couldn couldn't couldnt course
currently d dare daren't darent date dear definitely describe described despite did didn didn't didnt differ
different differently directly do does doesn doesn't doesnt doing don don't done dont doubtful down downed
downing downs downwards due during e each early edu effect eight eighty either eleven else elsewhere end ended
ending ends enough entirely especially etc even evenly ever evermore every everybody everyone everything
everywhere exactly example except f fairly far farther felt few fewer fifteen fifth fifty fify first five fix
followed following follows for forever former formerly forth forty forward four free from fully further
furthered furthering furthermore furthers g gave general generally get gets getting give given gives giving go
goes going gone good got gotten great greater greatest greetings grouped h had hadn't hadnt half happens
hardly has hasn hasn't hasnt have haven haven't havent having he he'd he'll he's hed hell hello help hence her
here here's hereafter hereby herein heres hereupon hers herself hes hi hid high higher highest him himself his
hither hopefully how how'd how'll how's howbeit however hundred i i'd i'll i'm i've if ignored ill immediate
immediately importance important in inasmuch indeed indicate indicated indicates inner inside insofar instead
interests into inward is isn isn't isnt it it'd it'll it's itd itll its itself ive j join just k keep keeps kept
keys kind knew know known knows l large largely last lately later latest latter latterly least length less lest
let let's lets like liked likely likewise little long longer longest look looking looks low lower m made mainly
make makes making man many may maybe mayn't maynt me mean means meantime meanwhile members men merely might
might've mightn't mightnt mine more moreover most mostly move msie much must must've mustn't mustnt my myself n
name namely nay near nearly necessarily necessary need needed needing needn't neednt needs neither netscape
never neverf neverless nevertheless new newer newest next nine ninety no nobody non none nonetheless noone nor
normally nos not noted nothing notwithstanding now nowhere null o obtained obviously of off often oh ok okay old
older oldest omitted on once one one's ones only onto open opened opening opens opposite or ord ordered ordering
orders other others otherwise ought oughtn't oughtnt our ours ourselves out outside over overall owing own p
parted particular particularly parting parts past per perhaps placed please pmid pointed pointing poorly
possible possibly potentially predominantly present presented presenting presents presumably previously
primarily probably promptly proud provided provides put puts q que quickly quite r ran rather readily really
reasonably recent recently ref refs regarding regardless regards related relatively reserved respectively
resulted resulting results right ring round run s said same saw say saying says sec second secondly seconds see
seeing seem seemed seeming seems seen sees selves sensible sent serious seriously seven seventy several shall
shan't shant she she'd she'll she's shed shell shes should should've shouldn shouldn't shouldnt show showed
showing shown showns shows significant significantly similar similarly since sincere six sixty slightly small
smaller smallest so some somebody someday somehow someone somethan something sometime sometimes somewhat
somewhere soon sorry specifically specified specify specifying still stop strongly substantially successfully
such sufficiently suggest sure t t's take taken taking tell ten tends than thank thanks thanx that that'll
that's that've thatll thats thatve the their theirs them themselves then thence there there'd there'll there're
there's there've thereafter thereby thered therefore therein therell thereof therere theres thereto thereupon
thereve these they they'd they'll they're they've theyd theyll theyre theyve think thinks third thirty this
thorough thoroughly those thou though thoughh thoughts thousand three throug through throughout thru thus til
till tip tis to together too took toward towards tried tries truly try trying turn turned turning turns twas
twelve twenty twice two u under underneath undoing unfortunately unless unlike unlikely until unto up upon ups
upwards us use used useful usefully usefulness uses using usually uucp v value various versus very via viz vol
vols w want wanted wanting wants was wasn wasn't wasnt way ways we we'd we'll we're we've webpage wed well wells
went were weren weren't werent weve what what'd what'll what's what've whatever whatll whats whatve when when'd
when'll when's whence whenever where where'd where'll where's whereafter whereas whereby wherein wheres
whereupon wherever whether which whichever while whilst whim whither who who'd who'll who's whod whoever whole
wholl whom whomever whos whose why why'd why'll why's widely will willing wish with within without won won't
wonder wont would would've wouldn wouldn't wouldnt www x y ye yes yet you you'd you'll you're you've youd youll
your youre yours yourself yourselves youve z zero
um umm uh uhm er erm hmm hm ugh lol haha hahaha okay yeah yep nope hey wow oops omg today tonight yesterday tomorrow
month months week weeks year years hour hours minute minutes decade decades afternoon afternoons morning mornings evening evenings hectare hectares metre metres meters mile miles kilometre kilometres kilometers tenth tenths
`;

/**
 * Stop words that open phrases where they are adjectives: open systems, first order logic. They and the next list hold
 * what people's keywords begin with or contain at least as often as other adjectives and nouns do.
 */
export const englishLeads: string = `
first free general high higher highest inner large long low lower mean null old open opposite right second small
smaller smallest third
`;

/** Stop words that phrases contain where they are nouns, though they are no keyword alone: initial value problems. */
export const englishParts: string = `
bottom call case cases changes click course effect end half keys length mean means members mine move name orders
parts ring right round thoughts tip value
month months week weeks year years hour hours minute minutes decade decades afternoon afternoons morning
mornings evening evenings hectare hectares metre metres meters mile miles kilometre kilometres kilometers tenth tenths
`;

/**
 * Adjectives that judge or point, and name nothing: of 25 or more in six sets of keywords that people chose, at most 6 %
 * are in one. They are no stop words, for as nouns some have a meaning.
 */
export const englishVagueAdjectives: string = `
actual additional biggest entire existing extensive interesting main novel numerous original popular preliminary previous
proposed realistic relevant subsequent suitable typical underlying
`;
