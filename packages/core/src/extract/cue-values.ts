import type { Language } from '../text/language.js';

/** What cues add, by kind and value; evaluation/fit-prior.mjs counted them. */
export const cueValues: Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  zh: {
    before: {
      '-0.3': `
nz
`,
      '-0.2': `
nr x|( c|并 ns p|至 d|不 p|被 f|前 r|我
`,
      '-0.1': `
n a eng x|, x|; b m zg x|、 t p|按 nt d|最 ad p|由 x|- s x|/ r|各 c|所 k p|于 nrt f|下 r|某 d|将 u|之 d|已 g d|未 x|+ ud|得 p|比 j
x|] c|或 ng r|他 u|上 p|把 ug|过 d|再 r|这 d|都 r|你 f|里 x|[ r|各位 x|\\ c|只有
`,
      '0.1': `
uj|的 vn v ul|了 x|. p|通过 f|上 c|以及 c|及其 p|为 x|— u|是 c|但 r|为什么 f|以上 x|? x|》 p|因 f|以下 c|但是 u|会 d|近期 u|用 d|去年 df|不要 u|了
d|后来 d|有点 d|慢慢 c|另外 d|再次 x|# x|| d|今年
`,
      '0.2': `
p|基于 ^ c|及 x|: p|根据 x|《 x|“ p|关于 d|就是 x|】 x|「 x|」
`,
    },
    after: {
      '-0.4': `
$
`,
      '-0.2': `
ul|了 x|、 f|后 nr nz k p|于 ng
`,
      '-0.1': `
n x|) x|; l i u|等 x|。 d|就 x|" p|为 eng b x|/ x|: c|而 x|+ x|? d|不 d|也 x|“ d|再 u|一 p|用 r|自己 uz|着 f|以来 x|] p|至 d|即可 nrt
d|还 f|里 d|未 d|不少 r|那 x|\\ y|呢 u|来 x|...... d|越 d|同意 d|正常
`,
      '0.1': `
r|各 f|中 x|. p|对 c|及 ns p|由 x|— d|又 d|约 u|之 c|可以 p|被 d|必须 p|按 p|给 c|或 r|这样 x|! p|把 d|一直 r|为什么 d|不再 d|刚好 f|以后 y|吗
d|有点 d|其实 c|不是 c|虽然 d|今天 o p|自 d|仅 u|太 c|只要 x|#
`,
      '0.2': `
x|( ad p|以 x|》 x|” p|比 r|这
`,
      '0.3': `
x|」
`,
    },
    opening: {
      '-0.4': `
x|,~v n~v
`,
      '-0.3': `
n~vn nr~n ns~n m~v
`,
      '-0.2': `
n~n v~v x|(~n x|,~n nt~n ^~a m~nr t~v x|、~ns x|,~t ns~nt
`,
      '-0.1': `
n~a a~vn eng~n x|(~eng x|;~v c|和~n m~a vn~vn x|、~vn x|,~vn x|、~nz v~nt p|为~n c|并~vn p|至~n nz~n a~v ns~b x|-~n vn~a
x|、~v x|、~nt n~j x|/~eng p|在~v t~vn p|于~n nrt~n nz~v uj|的~nr d|不~v ul|了~a u|之~n m~vn p|在~eng ^~v n~nz x|:~v m~t g~n
v~s f|后~v eng~eng p|按~n uz|着~n nz~vn x|+~n p|被~n x|。~v nr~v ^~nz p|比~n x|“~eng j~v x|.~eng eng~nz p|用~nz j~n vn~nr
a~nz r|他~n u|上~n q~ns ^~t x|,~nz x|、~eng x|,~s d|再~v x|)~v a~nr x|。~nr f|前~n r|我~vn ul|了~m r|我~v p|把~n p|由~ns
r|各位~n f|里~n x|“~vn x|。~t ul|了~nz x|\\~eng c|只有~n x|,~i x|!~n ug|过~n ns~s p|从~ns
`,
      '0.1': `
p|与~eng uj|的~n vn~n ul|了~n v~n ul|了~vn c|和~v n~l t~a x|)~n x|,~ns uj|的~v p|对~n p|与~vn x|,~a n~eng x|.~n x|、~nrt
u|是~vn c|及其~n q~n p|从~n ul|了~ns c|及~vn nt~vn p|为~v p|通过~n c|和~b x|,~eng vn~eng p|在~l nr~ns c|和~ns v~b x|“~v m~b
f|上~n d|就~a p|基于~n v~nz x|。~vn t~nr b~v vn~nz r|其~vn p|于~ns x|:~t nt~v uj|的~nt x|“~n q~vn p|为~b x|。~eng q~a x|”~n
p|因~n n~nrt a~ns eng~b p|用~eng x|:~eng ul|了~b x|。~a p|关于~vn u|用~n p|关于~n x|(~ns x|:~ns u|是~n d|就是~n ns~eng uj|的~g
df|不要~vn x|,~j x|:~j x|:~nr p|把~eng f|以下~n x|「~n x|#~nz
`,
      '0.2': `
uj|的~eng uj|的~vn v~a x|:~n c|但~n v~eng uj|的~ns v~ns x|《~nz p|在~ns m~eng x|,~nr ^~nt p|根据~n x|“~nz x|。~ns
`,
      '0.3': `
v~vn ^~nr ^~ns v~nr ^~eng
`,
      '0.4': `
n~nr
`,
    },
    closing: {
      '-0.5': `
v~x|。
`,
      '-0.4': `
a~x|,
`,
      '-0.3': `
v~ul|了 v~x|,
`,
      '-0.2': `
a~n v~n a~uj|的 v~uj|的 v~v n~nr n~x|" n~k
`,
      '-0.1': `
a~vn vn~n n~vn eng~x|) n~n l~x|, vn~c|和 v~a a~x|、 vn~x|、 vn~t n~c|及 b~n vn~f|后 ns~x|、 t~n n~d|就 ad~v l~c|和 n~l
n~c|并 n~b a~v n~j n~p|在 s~v eng~x|、 v~p|于 eng~x|/ ns~nz v~nr t~v eng~x|+ v~x|; nz~v v~x|“ eng~eng n~x|: a~x|。 s~n
nr~x|、 a~m v~i vn~nz n~d|也 vn~p|在 nz~x|、 nz~nz nz~uj|的 n~t eng~x|: v~q t~x|, v~x|? ns~nt n~ng t~m n~x|“ nz~a g~x|,
i~n n~f|后 n~nrt eng~m n~f|里 n~x|? l~m nt~x|、 n~p|用 l~x|: a~uz|着 eng~$ vn~x|“ s~x|, n~d|还 nr~x|; n~$ n~d|越 v~$
n~d|正常 nz~f|中 n~r|自己 n~d|却 n~x|】 n~r|那 nz~$
`,
      '0.1': `
vn~uj|的 nr~vn n~a n~uj|的 n~r|各 n~x|, n~f|中 vn~v vn~vn vn~x|. n~p|对 nt~n nr~uj|的 ns~uj|的 v~c|及 vn~l ns~m eng~q
vn~c|及 v~m v~x|" ns~v j~v eng~x|, ns~vn n~x|” eng~ns vn~m eng~vn n~c|同时 t~nr n~p|按 n~d|都 b~x|, nr~v n~p|给 nt~v
v~f|中 j~x|, vn~b v~p|用 nt~m n~d|一直 vn~x|” nr~x|( vn~i n~s n~r|我 vn~ad eng~c|或 ng~v nr~x|” nr~nr ns~x|。 nrt~v n~d|其实
n~c|不是 ns~x|) vn~x|! m~n ng~x|, n~u|太 n~d|有点 n~x|」 nz~x|# n~d|约 vn~x|】 ng~x|。
`,
      '0.2': `
n~x|( vn~x|, n~ns v~x|. eng~v nz~x|》 nr~p|在 vn~x|: nz~x|” n~r|这
`,
      '0.3': `
v~c|和
`,
    },
    word: {
      '-0.6': `
a~a v~v
`,
      '-0.2': `
b~b s~s i~i
`,
      '-0.1': `
l~l t~t
`,
      '0.1': `
nz~nz nt~nt nrt~nrt
`,
      '0.2': `
vn~vn j~j
`,
      '0.3': `
nr~nr ns~ns
`,
    },
    pair: {
      '-0.3': `
n~a
`,
      '-0.2': `
v~n n~t v~ns j~v
`,
      '-0.1': `
n~v n~ns t~n n~nr vn~a v~l n~g s~v ns~v nz~v v~a v~nr t~vn v~t t~v n~nz vn~eng eng~ns v~nz an~n m~n nr~v j~n nt~v
v~nt nr~nz n~s
`,
      '0.1': `
a~n vn~n n~vn vn~vn v~v nt~n ns~n ns~j eng~eng nz~n nrt~n ns~nr ns~nz l~vn b~v j~vn nr~nr eng~m nr~eng
ns~s
`,
      '0.2': `
a~vn ns~nt
`,
      '0.3': `
nr~n ns~ns
`,
      '0.4': `
eng~nr
`,
      '0.5': `
eng~v
`,
    },
    phrase: {
      '-0.4': `
n~v
`,
      '-0.3': `
vn~n
`,
      '-0.2': `
n~vn v~n ns~v v~v
`,
      '-0.1': `
n~a v~vn t~n nr~vn ns~vn n~ns n~l l~n eng~v nr~v t~vn nz~v n~s
`,
      '0.1': `
n~n a~vn a~n nr~n ns~n nz~vn eng~vn a~eng n~nz ns~nt n~ng h~n d|长期~n nrt~n
`,
      '0.3': `
b~n
`,
    },
    shape: {
      '-0.4': `
35 5
`,
      '-0.3': `
30 43 47
`,
      '-0.2': `
39 51 66 38 114
`,
      '-0.1': `
22 13 31 26 34 65 125 50 67 42
`,
      '0.1': `
23 27 17 19 10 87 99 41 37 110
`,
      '0.2': `
85 21 25 29 15 49
`,
      '0.3': `
82
`,
      '0.5': `
98
`,
    },
  },
  en: {
    before: {
      '-0.5': `
DET|no
`,
      '-0.2': `
NUM DET|each PROPN PUNCT|-
`,
      '-0.1': `
^ DET|a PUNCT|( PUNCT|, PUNCT|; PRON|its CCONJ|and AUX|have ADP|from ADP|beyond DET|this CCONJ|or DET|whose DET|any
ADP|through ADP|among ADP|like DET|another AUX|are SCONJ|since ADP|via DET|every PRON|what SCONJ|because ADP|per
PART|not ADP|near ADP|towards PRON|her ADP|behind SYM|#
`,
      '0.1': `
DET|the VERB ADP|of PUNCT|? ADP|with ADP|as ADP|between PRON|their ADP|for ADP|to SCONJ|how DET|some DET|these
ADP:link|of PRON|your ADP|after PRON|his DET|that SCONJ|although PRON|you
`,
      '0.2': `
ADP|in SCONJ|that ADP|into ADP|about PART:link|'s
`,
      '0.3': `
AUX|is
`,
    },
    after: {
      '-0.2': `
PROPN
`,
      '-0.1': `
$ AUX|are DET|the ADP|of NUM PART|'s PRON|we SCONJ|where PUNCT|- PUNCT|; CCONJ|or ADP|than ADP:link|of ADP|over
SYM|/ CCONJ|but SCONJ|when AUX|must AUX|could PART|' SCONJ|if CCONJ|+ ADP|outside DET|all ADP|out NUM:part PRON|who
PRON|you ADP|until AUX|did PUNCT|-- PUNCT|! PRON|your AUX|shall
`,
      '0.1': `
AUX|is PUNCT|( ADP|for ADP|from AUX|may DET|which DET|a AUX|can ADP|into AUX|was PART:link|'s ADP|under AUX|will
SCONJ|since DET|every AUX|be AUX|should DET|no ADP|around PUNCT|– ADP|after PRON|i PART|not SCONJ|till
`,
      '0.2': `
AUX|had AUX|has
`,
    },
    opening: {
      '-0.5': `
DET|no~NOUN
`,
      '-0.3': `
PUNCT|,~NOUN NUM~NOUN PROPN~PROPN
`,
      '-0.2': `
DET|a~NOUN CCONJ|and~ADJ PUNCT|,~ADJ PUNCT|(~NOUN ADP|like~NOUN PUNCT|:~PROPN
`,
      '-0.1': `
DET|the~ADJ ^~ADJ NOUN~NOUN PUNCT|;~ADJ CCONJ|and~NOUN NUM~ADJ AUX|have~ADJ ADP|from~ADJ DET|each~ADJ PRON|our~ADJ
ADV~ADJ ^~PROPN PUNCT|.~NOUN DET|this~NOUN ADP|with~ADJ ADP|as~ADJ PROPN~NOUN PUNCT|-~NOUN CCONJ|or~NOUN
DET|whose~NOUN PRON|their~ADJ DET|any~NOUN ADP|on~ADJ PUNCT|-~ADJ ADP|with~PROPN DET|each~NOUN DET|another~ADJ
PUNCT|-~PROPN ADP|from~PROPN ADP|on~PROPN DET|an~PROPN ADP|through~NOUN AUX|are~ADJ ADP|into~ADJ ADP|without~NOUN
ADP|by~PROPN PRON|its~ADJ DET|any~ADJ AUX|are~NOUN ADP|at~NOUN DET|every~NOUN X~PROPN ADP|over~NOUN ADP|per~NOUN
PRON|your~NOUN PUNCT|–~NOUN PUNCT|;~PROPN ADP|towards~ADJ PRON|her~NOUN SCONJ|when~PROPN PUNCT|--~NOUN
PUNCT|'~PROPN AUX|do~NOUN PRON|my~PROPN SYM|#~PROPN
`,
      '0.1': `
VERB~NOUN ADP|of~ADJ ADP|by~ADJ ADP|of~NOUN PUNCT|.~PROPN PUNCT|(~PROPN ADP|of~PROPN ADP|as~NOUN ADP|between~NOUN
PRON|their~NOUN ADP|for~NOUN PUNCT|,~PROPN ADP|to~NOUN PUNCT|.~ADJ ADP|about~ADJ SCONJ|how~NOUN PROPN~ADJ
DET|a~PROPN SCONJ|that~ADJ PUNCT|"~NOUN ADP|about~NOUN DET|some~NOUN ADP|for~PROPN AUX|is~PROPN SCONJ|how~ADJ
PUNCT|?~PROPN ADP|as~PROPN ADP:link|of~PROPN ADP|to~PROPN ADP|over~PROPN DET|that~NOUN PUNCT|–~PROPN DET|which~ADJ
ADP|between~PROPN PUNCT|;~NOUN PRON|his~PROPN PUNCT|'~ADJ SCONJ|although~NOUN PRON|your~ADJ
`,
      '0.2': `
ADP|with~NOUN ADP|on~NOUN ADP|in~PROPN PUNCT|:~NOUN PART:link|'s~PROPN SCONJ|that~NOUN ADP|after~PROPN
`,
      '0.3': `
ADP|into~NOUN DET|the~PROPN AUX|is~NOUN
`,
    },
    closing: {
      '-0.3': `
NOUN~PROPN
`,
      '-0.2': `
NOUN~NUM NOUN~ADP|over NOUN~PART|'s PROPN~$
`,
      '-0.1': `
NOUN~ADP|by NOUN~VERB NOUN~AUX|are NOUN~DET|the NOUN~PUNCT|" NOUN~ADP|of PROPN~PUNCT|( NOUN~ADP|in PROPN~PROPN
NOUN~PUNCT|) NOUN~ADP|on NOUN~PRON|we NOUN~SCONJ|where NOUN~PUNCT|- NOUN~DET|a NOUN~ADP|about NOUN~PUNCT|;
NOUN~ADP|than NOUN~SYM|/ NOUN~ADP|at NOUN~AUX|must NOUN~AUX|will NOUN~PART|' NOUN~SCONJ|if PROPN~X NOUN~ADP|outside
PROPN~CCONJ|or PROPN~PUNCT|; PROPN~ADP:link|of NOUN~ADP|until PROPN~PRON|it PROPN~PUNCT|? PROPN~SCONJ|while
NOUN~PUNCT|-- PROPN~PUNCT|' NOUN~AUX|wo PROPN~PUNCT|!
`,
      '0.1': `
NOUN~$ NOUN~X NOUN~AUX|is NOUN~PUNCT|? NOUN~ADP|as PROPN~PUNCT|) PROPN~AUX|are NOUN~AUX|had NOUN~ADP|from
NOUN~DET|which PROPN~PUNCT|, NOUN~AUX|can PROPN~AUX|is NOUN~AUX|was PROPN~PART:link|'s NOUN~ADP|under NOUN~PRON|it
PROPN~ADP|by NOUN~AUX|be NOUN~AUX|should NOUN~DET|no PROPN~ADP|with PROPN~NUM NOUN~ADP|around NUM:part~PUNCT|.
PROPN~ADP|on PROPN~AUX|was PROPN~PUNCT|" PROPN~DET|no NOUN~PART|not PROPN~PRON|i PROPN~SCONJ|since NOUN~SCONJ|till
PROPN~SYM|#
`,
      '0.2': `
NOUN~PUNCT|( PROPN~VERB PROPN~ADP|for PROPN~ADP|in PROPN~ADP|at PROPN~DET|a PROPN~ADP|after PROPN~AUX|had
PROPN~AUX|will
`,
      '0.3': `
PROPN~AUX|has
`,
    },
    word: {
      '-0.2': `
ADJ~ADJ
`,
      '0.1': `
PROPN~PROPN
`,
    },
    pair: {
      '-0.2': `
NOUN~PROPN
`,
      '-0.1': `
PROPN~NUM:part ADJ~PROPN ADV~NOUN
`,
      '0.1': `
PROPN~PROPN NOUN~NUM:part VERB~NOUN
`,
    },
    phrase: {
      '-0.1': `
ADJ~NOUN NOUN~NOUN PROPN~NOUN ADV~NOUN NOUN~PROPN
`,
      '0.2': `
PROPN~PROPN PROPN~NUM:part
`,
    },
    shape: {
      '-0.3': `
70
`,
      '-0.2': `
106
`,
      '-0.1': `
65 67 94 83 99 74 91 78 71 102 118
`,
      '0.1': `
82 85 86 87 90 107 103 110
`,
      '0.2': `
95
`,
      '0.3': `
105
`,
    },
  },
};
