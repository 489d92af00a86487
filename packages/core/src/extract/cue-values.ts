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
x|] c|或 ng r|他 u|上 p|把 ug|过 d|再 r|这 d|都 f|里 x|[ r|各位 x|\\ c|只有
`,
      '0.1': `
uj|的 vn v ul|了 x|. ^ p|通过 f|上 c|以及 c|及其 p|为 x|— u|是 c|但 r|为什么 f|以上 x|? x|》 p|因 u|得 f|以下 c|但是 u|会 d|近期 u|用 d|去年 c|如果
df|不要 u|了 d|后来 d|有点 d|慢慢 c|另外 x|# x|| d|今年
`,
      '0.2': `
p|基于 c|及 x|: p|根据 x|《 x|“ p|关于 d|就是 x|】 x|「 x|」
`,
    },
    after: {
      '-0.3': `
$
`,
      '-0.2': `
ul|了 x|、 f|后 nr nz k p|于 ng
`,
      '-0.1': `
n x|) x|; l u|等 x|。 d|就 x|" p|为 eng b x|> x|/ x|: c|而 x|+ x|? d|不 d|也 x|“ d|再 u|一 p|用 r|自己 uz|着 f|以来 x|] p|至 d|即可
nrt d|还 f|里 d|不少 r|那 x|\\ y|呢 u|来 x|...... d|越 d|同意 d|正常
`,
      '0.1': `
r|各 f|中 x|. p|对 c|及 ns x|— d|约 u|之 c|可以 p|被 d|必须 p|按 p|给 c|或 r|这样 x|! p|把 d|才 d|一直 r|为什么 d|不再 d|刚好 f|以后 y|吗 d|有点
d|其实 c|不是 c|虽然 d|今天 o p|自 d|仅 u|太 c|只要 x|#
`,
      '0.2': `
x|( ad p|以 x|》 x|” p|比 r|这
`,
      '0.3': `
x|」
`,
    },
    opening: {
      '-0.3': `
n~vn nr~n
`,
      '-0.2': `
x|,~v n~n n~v x|(~n x|,~n nt~n ns~n ^~a m~v x|、~nt m~nr x|、~ns x|,~t ns~nt
`,
      '-0.1': `
a~vn eng~n x|(~eng c|和~n m~a vn~vn x|、~vn x|,~vn x|、~nz v~nt p|为~n c|并~vn p|至~n n~b nz~n m~n ns~b x|-~n vn~a n~j
x|/~eng r|各~n t~vn p|于~n nrt~n nz~v uj|的~nr t~v d|不~v u|之~n m~vn p|在~eng ^~v n~nz m~t g~n v~s eng~eng p|按~n uz|着~n
nz~vn x|+~n v~zg p|被~n d|不~n ^~nz p|比~n x|“~eng j~v v~j eng~nz p|用~nz j~n vn~nr a~nz r|他~n u|上~n q~ns ^~t nt~ns
x|,~nz x|、~eng x|,~s x|)~v a~nr x|。~nr v~i f|前~n r|我~vn ul|了~m r|我~v p|把~n p|由~ns r|各位~n f|里~n x|“~vn x|。~t ul|了~nz
x|\\~eng c|只有~n x|,~i x|!~n ug|过~n p|从~ns
`,
      '0.1': `
p|与~eng uj|的~n vn~n ul|了~n v~n ul|了~v uj|的~vn ul|了~vn c|和~v n~l t~a x|)~n vn~v x|,~ns uj|的~v p|对~n p|与~vn x|,~a
n~eng x|.~n x|、~nrt x|:~n u|是~vn p|从~n v~ns ul|了~ns c|及~vn x|.~v nt~vn p|为~v p|通过~n c|和~b x|,~eng vn~eng p|在~l
nr~ns p|在~ns c|和~ns c|及~v f|上~n d|就~a p|基于~n v~nz x|。~vn t~nr b~v vn~nz r|其~vn p|于~ns x|:~t nt~v uj|的~nt x|“~n q~vn
p|为~b q~a x|”~n p|因~n p|给~n n~nrt a~ns eng~b p|用~eng x|:~eng ul|了~b x|。~a p|关于~vn u|用~n p|关于~n x|(~ns x|:~ns u|是~n
d|就是~n ns~eng uj|的~g df|不要~vn x|,~j x|:~j x|:~nr p|把~eng f|以下~n x|「~n x|#~nz
`,
      '0.2': `
uj|的~eng v~a ^~nr ^~ns c|但~n v~eng uj|的~ns v~nr x|《~nz m~eng x|“~v x|,~nr ^~nt p|根据~n x|“~nz x|。~ns
`,
      '0.3': `
v~vn ^~eng
`,
      '0.4': `
n~nr
`,
    },
    closing: {
      '-0.3': `
n~nr
`,
      '-0.2': `
v~x|。 a~x|, n~x|" t~v eng~m
`,
      '-0.1': `
vn~n n~vn eng~x|) v~ul|了 n~n a~uj|的 l~x|, vn~c|和 v~uj|的 v~v vn~x|、 vn~t n~c|及 b~n n~x|、 vn~f|后 ns~x|、 t~n n~d|就
l~c|和 n~l n~c|并 n~b n~u|等 vn~x|。 vn~a n~j n~p|在 n~ul|了 s~v eng~x|、 eng~x|/ ns~nz eng~x|+ nz~v v~x|“ eng~eng n~x|:
s~n nr~x|、 v~i vn~nz n~d|也 n~k vn~p|在 nz~x|、 nz~nz nz~uj|的 n~t eng~x|: j~n v~q t~x|, ns~nt n~ng t~m n~x|“ nz~a
g~x|, i~n n~f|后 n~nrt n~f|里 n~x|? l~m nt~x|、 n~p|用 l~x|: eng~x|。 eng~$ vn~x|“ s~x|, n~d|还 nr~x|; n~$ n~d|越 n~d|正常
nz~f|中 n~r|自己 n~d|却 n~x|】 n~r|那 vn~$ nz~$
`,
      '0.1': `
vn~uj|的 nr~vn n~a n~uj|的 l~n n~f|中 vn~v vn~vn v~x|、 n~p|对 vn~x|, nt~n nr~uj|的 v~c|及 vn~l ns~m eng~q vn~c|及 v~x|"
ns~v j~v eng~x|, ns~vn n~x|” eng~ns eng~vn t~nr n~p|按 b~x|, nr~v n~p|给 v~x|( nt~v v~x|” v~f|中 j~x|, vn~x|: vn~b
v~p|用 nz~x|” nt~m n~d|一直 vn~x|” nr~x|( vn~i n~s n~r|我 vn~ad eng~c|或 ng~v nr~x|” nr~nr nrt~v n~d|其实 ns~x|) vn~x|!
m~n ng~x|, n~u|太 n~d|有点 n~x|」 nz~x|# n~d|约 ng~x|。
`,
      '0.2': `
n~x|( n~ns v~x|. eng~v nz~x|》 nr~p|在 n~r|这
`,
      '0.3': `
v~c|和 v~m
`,
    },
    word: {
      '-0.2': `
b~b i~i
`,
      '-0.1': `
a~a v~v l~l t~t s~s z~z
`,
      '0.1': `
vn~vn nz~nz nt~nt nrt~nrt
`,
      '0.2': `
nr~nr j~j
`,
      '0.3': `
ns~ns
`,
    },
    pair: {
      '-0.2': `
n~ns n~nr n~t
`,
      '-0.1': `
eng~n n~a l~n vn~ns t~n n~g v~a v~nr t~vn n~eng v~ns n~nz vn~eng eng~ns an~n m~n j~v j~n nt~v nr~nz vn~nt
n~s
`,
      '0.1': `
v~n vn~vn v~vn ns~n vn~v ns~j eng~eng nz~n a~v nrt~n ns~nr ns~nz l~vn b~v j~vn eng~m nr~eng ns~s
`,
      '0.2': `
a~vn n~v v~v ns~ns ns~nt
`,
      '0.3': `
nr~n
`,
      '0.4': `
eng~nr
`,
      '0.5': `
eng~v
`,
    },
    phrase: {
      '-0.3': `
vn~n
`,
      '-0.2': `
n~vn n~v v~v
`,
      '-0.1': `
n~a vn~vn v~n t~n n~t nr~vn ns~vn ns~v n~ns n~l eng~n l~n eng~v j~n ns~ns n~s
`,
      '0.1': `
n~n a~vn a~n nr~n ns~n nz~vn eng~vn a~eng n~nz ns~nt n~ng h~n d|长期~n vn~nr nrt~n
`,
      '0.2': `
b~n
`,
    },
    shape: {
      '-0.4': `
5
`,
      '-0.3': `
35 30 43 47
`,
      '-0.2': `
39 34 51 65 66 38 114
`,
      '-0.1': `
22 13 31 26 125 50 67 42
`,
      '0.1': `
23 27 85 17 19 87 99 41 37 110
`,
      '0.2': `
21 25 29 15 49
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
NUM ADP|from DET|each PROPN PUNCT|-
`,
      '-0.1': `
^ DET|a PUNCT|, PUNCT|; PRON|its CCONJ|and AUX|have ADP|beyond DET|this CCONJ|or DET|whose ADP|through ADP|among
ADP|like DET|another AUX|are ADP|without SCONJ|since ADP|via DET|every CCONJ|+ SCONJ|because ADP|per CCONJ|but
AUX|'s PART|not ADP|near ADP|towards ADP|behind ADP|until
`,
      '0.1': `
DET|the VERB ADP|of PUNCT|" ADP|with ADP|as ADP|between PRON|their ADP|for SCONJ|how DET|these ADP:link|of PART|'
AUX|was PRON|your PRON|his DET|that SCONJ|although PRON|you
`,
      '0.2': `
ADP|in SCONJ|that ADP|to ADP|into ADP|about PART:link|'s
`,
      '0.3': `
AUX|is
`,
    },
    after: {
      '-0.2': `
PROPN PART|' ADP|until
`,
      '-0.1': `
$ AUX|are DET|the ADP|of NUM ADJ PART|'s PRON|we SCONJ|where PUNCT|- PUNCT|; CCONJ|or ADP|than ADP:link|of
ADP|over ADP|near SYM|/ CCONJ|but SCONJ|when AUX|must AUX|could SCONJ|if CCONJ|+ ADP|outside DET|all ADP|out
NUM:part PUNCT|-- PRON|your AUX|shall
`,
      '0.1': `
AUX|is ADP|against PUNCT|( ADP|for ADP|from DET|which DET|a AUX|does ADP|into AUX|was PART:link|'s ADP|under
AUX|will AUX|be AUX|should DET|no PUNCT|– SYM|# ADP|after PART|not AUX|wo SCONJ|till
`,
      '0.2': `
AUX|had AUX|has SCONJ|since PRON|i
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
CCONJ|and~ADJ PUNCT|,~ADJ CCONJ|or~NOUN ADP|like~NOUN PRON|its~ADJ ADP|at~NOUN
`,
      '-0.1': `
^~ADJ DET|a~NOUN CCONJ|and~NOUN AUX|have~ADJ ADP|from~ADJ DET|each~ADJ PRON|our~ADJ ^~PROPN PUNCT|.~NOUN
DET|this~NOUN ADP|with~ADJ ADP|as~ADJ PROPN~NOUN PUNCT|-~NOUN DET|whose~NOUN PRON|their~ADJ DET|any~NOUN ADP|on~ADJ
PUNCT|-~ADJ ADP|with~PROPN DET|each~NOUN DET|another~ADJ PUNCT|-~PROPN ADP|from~PROPN ADP|through~NOUN AUX|are~ADJ
ADP|into~ADJ ADP|without~NOUN PUNCT|:~PROPN AUX|are~NOUN DET|every~NOUN X~PROPN ADP|per~NOUN CCONJ|but~PROPN
PRON|your~NOUN ADP|after~NOUN PUNCT|–~NOUN PUNCT|;~PROPN ADP|after~ADJ SCONJ|since~PROPN ADP|towards~ADJ
PRON|her~NOUN ADP|against~PROPN SCONJ|when~PROPN PUNCT|--~NOUN PUNCT|'~PROPN AUX|do~NOUN PRON|my~PROPN
`,
      '0.1': `
X~NOUN VERB~NOUN ADP|of~ADJ ADP|by~ADJ ADP|of~NOUN PUNCT|.~PROPN ADP|of~PROPN ADP|in~ADJ ADP|as~NOUN
ADP|between~NOUN PRON|their~NOUN DET|an~NOUN ADP|for~NOUN PUNCT|.~ADJ ADP|about~ADJ SCONJ|how~NOUN DET|a~PROPN
SCONJ|that~ADJ PUNCT|"~NOUN ADP|about~NOUN AUX|is~ADJ DET|some~NOUN ADP|for~PROPN SCONJ|how~ADJ PUNCT|?~PROPN
ADP|at~PROPN ADP|as~PROPN ADP:link|of~PROPN ADP|to~PROPN SCONJ|when~ADJ ADV~PROPN PRON|its~PROPN PUNCT|–~PROPN
ADP|between~PROPN PUNCT|;~NOUN PART|'~ADJ PRON|my~NOUN PRON|his~PROPN PUNCT|'~ADJ SCONJ|although~NOUN PRON|your~ADJ
PUNCT|.~VERB
`,
      '0.2': `
ADP|with~NOUN ADP|on~NOUN ADP|in~PROPN PUNCT|,~PROPN ADP|to~NOUN PUNCT|:~NOUN PART:link|'s~PROPN SCONJ|that~NOUN
AUX|is~NOUN ADP|after~PROPN
`,
      '0.3': `
ADP|into~NOUN DET|the~PROPN
`,
    },
    closing: {
      '-0.3': `
NOUN~NUM NOUN~PROPN NOUN~PART|'s
`,
      '-0.2': `
NOUN~ADP|over NOUN~PART|' PROPN~$
`,
      '-0.1': `
NOUN~ADP|by NOUN~VERB NOUN~AUX|are NOUN~DET|the NOUN~ADP|of PROPN~PUNCT|( NUM:part~PUNCT|, NOUN~ADJ NOUN~ADP|in
PROPN~PROPN NOUN~PUNCT|) NOUN~PRON|we NOUN~SCONJ|where NOUN~PUNCT|- NOUN~DET|a NOUN~ADP|about NOUN~PUNCT|;
NOUN~ADP|than NOUN~ADP|near NOUN~SYM|/ NOUN~ADP|at NOUN~AUX|will NOUN~SCONJ|if PROPN~X NOUN~ADP|outside
NOUN~DET|all NOUN~ADP|out PROPN~CCONJ|or PROPN~PUNCT|; NOUN~ADP|up PROPN~ADP:link|of NOUN~ADP|until PROPN~PRON|it
PROPN~PUNCT|? PROPN~SCONJ|while NOUN~PUNCT|-- PROPN~PUNCT|' PROPN~PUNCT|! PROPN~PRON|you
`,
      '0.1': `
NOUN~$ NOUN~AUX|is NOUN~PUNCT|? NOUN~ADP|against NOUN~ADP|as PROPN~PUNCT|) NOUN~PUNCT|( NOUN~AUX|had
NOUN~DET|which PROPN~PUNCT|, NOUN~AUX|does PROPN~AUX|is NOUN~AUX|was PROPN~PART:link|'s NOUN~ADP|under NOUN~PRON|it
NOUN~SCONJ|since PROPN~ADP|by NOUN~AUX|be NOUN~AUX|should NOUN~DET|no PROPN~ADP|with PROPN~ADP|on PROPN~AUX|was
NOUN~PRON|i PROPN~ADP|over PROPN~ADP|through PROPN~AUX|had PROPN~DET|no PROPN~ADP|from NOUN~PART|not NOUN~PUNCT|!
PROPN~SCONJ|since NOUN~SCONJ|till PROPN~SYM|#
`,
      '0.2': `
PROPN~VERB PROPN~ADP|for PROPN~ADP|in PROPN~ADP|at PROPN~DET|a PROPN~ADP|after PROPN~AUX|will
`,
      '0.3': `
PROPN~AUX|has
`,
    },
    word: {
      '-0.2': `
ADJ~ADJ
`,
      '-0.1': `
NOUN~NOUN
`,
      '0.1': `
PROPN~PROPN
`,
    },
    pair: {
      '-0.2': `
ADJ~PROPN NOUN~PROPN
`,
      '-0.1': `
ADJ~NOUN PROPN~NUM:part ADV~NOUN
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
94
`,
      '-0.1': `
65 67 83 99 106 74 91 78 71 102 114 118
`,
      '0.1': `
82 85 90 107 103
`,
      '0.2': `
87 95
`,
      '0.3': `
105
`,
    },
  },
};
