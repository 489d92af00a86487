import type { Language } from '../text/language.js';

/** What cues add, by kind and value; evaluation/fit-prior.mjs counted them. */
export const cueValues: Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  zh: {
    before: {
      '-0.3': `
x|( nz
`,
      '-0.2': `
nr c|并 ns p|至 x|/ d|不 p|被 r|我
`,
      '-0.1': `
n a x|, x|; b m zg x|、 t p|按 nt d|最 ad p|由 x|- s r|各 c|所 k p|于 nrt f|下 r|某 d|将 u|之 d|已 g d|未 x|+ ud|得 p|比 j x|] c|或
ng r|他 u|上 p|把 ug|过 d|再 r|这 f|前 d|都 f|里 x|[ r|各位 x|\\ c|只有
`,
      '0.1': `
uj|的 vn v x|. ^ p|通过 f|上 c|以及 c|及其 p|为 x|— u|是 c|但 r|为什么 f|以上 x|? x|》 p|因 u|得 f|以下 c|但是 u|会 d|近期 u|用 d|去年 c|如果
df|不要 u|了 d|后来 d|有点 d|慢慢 c|另外 x|# x|| d|今年
`,
      '0.2': `
p|基于 ul|了 c|及 x|: p|根据 x|《 x|“ p|关于 d|就是 x|】 x|「 x|」
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
n x|) x|; l u|等 d|就 x|" p|为 eng b x|/ x|: c|而 x|+ x|? d|不 d|也 x|“ d|再 u|一 r|自己 uz|着 f|以来 x|] p|至 d|即可 nrt d|还 f|里
d|不少 r|那 x|\\ y|呢 u|来 x|...... d|越 d|同意 d|正常 f|最后
`,
      '0.1': `
r|各 f|中 x|. p|对 c|及 ns ad d|约 u|之 c|可以 p|被 d|必须 p|按 p|给 c|或 r|这样 x|! p|把 d|才 r|为什么 d|不再 d|刚好 f|以后 y|吗 d|有点 d|其实
c|不是 c|虽然 d|今天 o p|自 d|仅 u|太 c|只要 x|#
`,
      '0.2': `
x|( p|以 x|》 x|” p|比 r|这
`,
      '0.3': `
x|」
`,
    },
    opening: {
      '-0.3': `
n~vn nr~n m~nr x|、~ns
`,
      '-0.2': `
x|(~eng x|,~v n~n n~v x|(~n x|,~n nt~n ns~n ^~a m~v uj|的~nr x|,~t x|、~eng
`,
      '-0.1': `
a~vn eng~n c|和~n vn~vn x|、~vn x|,~vn x|、~nz v~nt p|为~n c|并~vn p|至~n nz~n m~n ns~ns ns~b x|-~n vn~a x|、~nt n~j
x|/~eng ns~nr t~vn p|于~n nrt~n nz~v t~v d|不~v u|之~n m~vn p|在~eng ^~v n~nz m~t g~n v~s p|为~ns b~eng p|对~eng eng~eng
p|按~n uz|着~n nz~vn x|+~n p|被~n d|不~n ^~nz p|比~n x|“~eng j~v x|.~eng eng~nz p|用~nz j~n vn~nr a~nz r|他~n u|上~n q~ns
nt~ns x|,~nz x|,~s x|)~v ns~nt a~nr x|。~nr f|前~n r|我~vn ul|了~m r|我~v p|把~n p|由~ns r|各位~n f|里~n x|“~vn x|。~t ul|了~nz
x|\\~eng c|只有~n x|,~i x|!~n ug|过~n p|从~ns
`,
      '0.1': `
p|与~eng uj|的~n vn~n uj|的~eng ul|了~n v~n uj|的~b uj|的~vn ul|了~vn c|和~v n~l p|从~v t~a x|)~n vn~v uj|的~v p|对~n p|与~vn
x|,~a x|.~n x|、~nrt x|:~n u|是~vn q~n v~eng uj|的~ns p|从~n v~ns ul|了~ns c|及~vn x|.~v nt~vn eng~a p|为~v p|通过~n c|和~b
p|在~l nr~ns p|在~ns m~eng v~b m~b f|上~n d|就~a p|基于~n v~nz x|。~vn x|,~nr b~v vn~nz r|其~vn p|于~ns x|:~t nt~v uj|的~nt
x|“~n q~vn p|为~b q~a x|”~n p|因~n p|给~n n~nrt a~ns eng~b p|用~eng ul|了~b x|。~a p|关于~vn u|用~n p|关于~n x|(~ns x|:~ns
u|是~n d|就是~n ns~eng uj|的~g df|不要~vn x|。~ns x|,~j x|:~j p|把~eng f|以下~n x|「~n x|#~nz
`,
      '0.2': `
v~a ^~nr ^~ns c|但~n v~nr x|《~nz x|“~v ^~eng ^~nt p|根据~n x|“~nz
`,
      '0.3': `
v~vn n~nr
`,
    },
    closing: {
      '-0.2': `
eng~x|) ns~x|、 n~nr v~x|。 a~x|, n~x|" eng~m
`,
      '-0.1': `
vn~n n~vn v~ul|了 n~n a~uj|的 vn~c|和 v~uj|的 v~v vn~x|、 vn~t n~c|及 b~n nr~n vn~f|后 ns~n n~d|就 n~l n~c|并 n~b nr~m n~u|等
vn~a nrt~n n~j n~p|在 n~ul|了 eng~x|、 eng~x|/ ns~nz t~v eng~x|+ nz~v v~x|“ eng~eng n~x|: s~n nr~x|、 v~i vn~nz eng~c|和
n~d|也 n~k vn~p|在 nz~x|、 nz~nz nz~uj|的 n~t nr~x|, eng~x|: v~q t~x|, ns~nt ns~x|, n~ng t~m n~x|“ nz~a g~x|, i~n n~f|后
n~nrt n~x|? l~m nt~x|、 n~p|用 nr~x|。 eng~x|。 eng~$ vn~x|“ s~x|, n~d|还 nr~x|; n~$ n~d|越 v~$ n~d|正常 nz~f|中 n~r|自己
n~d|却 n~x|】 n~r|那 vn~$ nz~$
`,
      '0.1': `
vn~uj|的 nr~vn n~a n~uj|的 n~r|各 l~n n~x|, n~f|中 vn~v vn~vn v~x|、 n~p|对 vn~x|, nt~n nr~uj|的 v~c|及 vn~l ns~m eng~q
vn~c|及 v~x|" j~v eng~x|, ns~vn n~x|” eng~ns eng~vn t~nr n~p|按 b~x|, n~p|给 v~x|( v~x|” v~f|中 j~x|, vn~b v~p|用 l~x|。
nt~m vn~x|” nr~x|( vn~i n~s n~r|我 vn~ad eng~c|或 ng~v nr~nr n~d|其实 i~x|, n~c|不是 vn~x|! ng~x|, n~u|太 n~d|有点 n~x|」
nz~x|# n~d|约 vn~x|】
`,
      '0.2': `
n~x|( n~ns eng~v nz~x|》 nr~p|在 nt~v vn~x|: nz~x|” n~r|这
`,
      '0.3': `
v~x|. v~c|和 v~m
`,
    },
    word: {
      '-0.2': `
i~i
`,
      '-0.1': `
a~a eng~eng b~b s~s
`,
      '0.1': `
nz~nz nt~nt
`,
      '0.2': `
vn~vn
`,
      '0.3': `
j~j
`,
    },
    pair: {
      '-0.2': `
eng~n n~ns n~nr n~t
`,
      '-0.1': `
n~a n~n vn~ns t~n n~g v~a v~nr t~vn n~eng v~ns n~nz vn~eng eng~vn eng~ns an~n m~n j~v vn~nz j~n nt~v nr~nz vn~nt
n~s
`,
      '0.1': `
v~n vn~vn v~vn b~n ns~n vn~v ns~j nz~n a~v nrt~n ns~nr ns~nz l~vn b~v j~vn nr~nr nr~eng ns~s
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
n~a vn~vn v~n nr~vn ns~vn ns~v n~ns n~l eng~n l~n eng~v n~s
`,
      '0.1': `
a~vn a~n nr~n ns~n nz~vn eng~vn a~eng n~nz ns~nt n~ng h~n d|长期~n vn~nr nrt~n
`,
      '0.3': `
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
39 51 38 114
`,
      '-0.1': `
13 31 105 26 34 65 83 66 50 67 42
`,
      '0.1': `
82 27 19 41 37
`,
      '0.2': `
23 17 21 25 29 15 49
`,
      '0.4': `
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
NUM ADP|from PROPN PUNCT|-
`,
      '-0.1': `
^ DET|a PUNCT|( PUNCT|, PUNCT|; CCONJ|and AUX|have DET|each ADP|beyond DET|this CCONJ|or DET|whose DET|any
ADP|through ADP|among ADP|like DET|another ADP|at AUX|are SCONJ|since ADP|via DET|every PRON|what SCONJ|because
ADP|per ADP|near ADP|towards PRON|her ADP|behind SYM|#
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
AUX|is PUNCT|( ADP|as ADP|for ADP|from AUX|may DET|which DET|a AUX|can ADP|into AUX|was ADP|under AUX|will
SCONJ|since DET|every AUX|be DET|no ADP|around ADP|after PRON|i PART|not SCONJ|till
`,
      '0.2': `
AUX|had AUX|has AUX|should
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
CCONJ|and~ADJ ^~PROPN PUNCT|,~ADJ PUNCT|(~NOUN ADP|like~NOUN ADP|from~PROPN PUNCT|:~PROPN
`,
      '-0.1': `
^~ADJ PUNCT|;~ADJ DET|a~NOUN CCONJ|and~PROPN AUX|have~ADJ ADP|from~ADJ DET|each~ADJ PRON|our~ADJ ADV~ADJ
PUNCT|.~NOUN DET|this~NOUN ADP|with~ADJ ADP|as~ADJ PUNCT|-~NOUN CCONJ|or~NOUN DET|whose~NOUN PRON|their~ADJ
ADP|on~ADJ PUNCT|-~ADJ ADP|with~PROPN DET|each~NOUN DET|another~ADJ PUNCT|-~PROPN ADP|on~PROPN DET|an~PROPN
ADP|through~NOUN AUX|are~ADJ ADP|into~ADJ ADP|without~NOUN ADP|by~PROPN PRON|its~ADJ DET|any~ADJ AUX|are~NOUN
ADP|at~NOUN DET|every~NOUN X~PROPN ADP|over~NOUN NUM~PROPN ADP|per~NOUN PRON|your~NOUN PUNCT|–~NOUN PUNCT|;~PROPN
SCONJ|since~PROPN ADP|towards~ADJ PRON|her~NOUN SCONJ|when~PROPN PUNCT|--~NOUN PUNCT|'~PROPN AUX|do~NOUN
PRON|my~PROPN SYM|#~PROPN
`,
      '0.1': `
VERB~NOUN ADP|of~ADJ ADP|by~ADJ ADP|of~NOUN ADP|of~PROPN ADP|in~ADJ ADP|as~NOUN ADP|between~NOUN PRON|their~NOUN
ADP|for~NOUN ^~NOUN ADP|in~NOUN PUNCT|,~PROPN ADP|to~NOUN PUNCT|:~ADJ PUNCT|.~ADJ ADP|about~ADJ SCONJ|how~NOUN
PROPN~ADJ SCONJ|that~ADJ PUNCT|"~NOUN ADP|about~NOUN DET|some~NOUN ADP|for~PROPN SCONJ|how~ADJ PUNCT|?~PROPN
PART|'s~ADJ ADP:link|of~PROPN ADP|to~PROPN DET|that~NOUN PUNCT|–~PROPN DET|which~ADJ ADP|between~PROPN PUNCT|;~NOUN
PRON|his~PROPN PUNCT|'~ADJ SCONJ|although~NOUN PRON|your~ADJ
`,
      '0.2': `
ADP|with~NOUN ADP|on~NOUN ADP|in~PROPN PUNCT|:~NOUN DET|the~PROPN PART:link|'s~PROPN SCONJ|that~NOUN
ADP|after~PROPN
`,
      '0.3': `
ADP|into~NOUN AUX|is~NOUN
`,
    },
    closing: {
      '-0.2': `
NOUN~NUM NOUN~PROPN PROPN~PROPN NOUN~PART|'s PROPN~$ PROPN~PUNCT|?
`,
      '-0.1': `
NOUN~VERB NOUN~AUX|are NOUN~DET|the NOUN~ADP|of PROPN~PUNCT|( PROPN~CCONJ|and NOUN~PUNCT|) NOUN~PRON|we
NOUN~SCONJ|where NOUN~PUNCT|- PROPN~NOUN NOUN~ADP|about NOUN~ADP|than NOUN~ADP|over NOUN~SYM|/ NOUN~ADP|at
NOUN~AUX|must NOUN~AUX|will NOUN~PART|' NOUN~SCONJ|if PROPN~X PROPN~PUNCT|: NOUN~ADP|outside PROPN~CCONJ|or
PROPN~PUNCT|; PROPN~ADP:link|of NOUN~ADP|until PROPN~PRON|who PROPN~PRON|it PROPN~SCONJ|while NOUN~PUNCT|--
PROPN~PUNCT|' NOUN~AUX|wo PROPN~PUNCT|!
`,
      '0.1': `
NOUN~$ NOUN~X NOUN~AUX|is NOUN~PUNCT|? NOUN~ADP|as NOUN~AUX|had NOUN~SCONJ|that NOUN~ADP|from NOUN~AUX|may
PROPN~VERB NOUN~DET|which NOUN~AUX|can NOUN~AUX|has NOUN~AUX|have PROPN~AUX|is NOUN~AUX|was NOUN~SCONJ|while
NOUN~ADP|under NOUN~AUX|were NOUN~PRON|it NOUN~SCONJ|since PROPN~ADP|by PROPN~ADP|for PROPN~ADP|in NOUN~AUX|be
NOUN~DET|no NOUN~ADP|around NUM:part~PUNCT|. PROPN~ADP|on NOUN~PRON|i PROPN~ADP|at PROPN~ADP|after PROPN~AUX|had
PROPN~DET|no NOUN~PART|not PROPN~SCONJ|since NOUN~SCONJ|till
`,
      '0.2': `
NOUN~PUNCT|( NOUN~AUX|should PROPN~DET|a PROPN~AUX|will
`,
      '0.3': `
PROPN~AUX|has
`,
    },
    word: {
      '-0.1': `
ADJ~ADJ
`,
    },
    pair: {
      '-0.3': `
NOUN~PROPN
`,
      '-0.2': `
ADJ~PROPN
`,
      '-0.1': `
PROPN~NUM:part ADV~NOUN
`,
      '0.1': `
PROPN~NOUN NOUN~NUM:part VERB~NOUN
`,
    },
    phrase: {
      '-0.1': `
NOUN~NOUN ADV~NOUN NOUN~PROPN ADJ~PROPN
`,
      '0.1': `
PROPN~PROPN
`,
      '0.2': `
PROPN~NUM:part
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
94 99 74 91 71 102 118
`,
      '0.1': `
98 107 103 110
`,
      '0.2': `
82 95
`,
      '0.3': `
105
`,
    },
  },
};
