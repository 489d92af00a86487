import type { Language } from '../text/language.js';

/** What cues add, by kind and value; evaluation/fit-prior.mjs counted them. */
export const cueValues: Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  zh: {
    before: {
      '-0.3': `
nr x|( nz
`,
      '-0.2': `
n a c|并 ns p|至 x|/ d|不 p|被 f|前 r|我
`,
      '-0.1': `
eng x|, x|; m zg f|中 x|、 nt d|最 x|" ad p|由 x|- nrt r|其他 r|各 r|本 s c|或 p|于 f|下 r|某 r|该 d|将 x|< u|之 d|已 g d|未 x|+
ud|得 p|比 j p|给 x|] c|及时 ng r|他 u|上 ug|过 d|再 r|这 d|都 f|里 r|各位 x|\\ c|只有
`,
      '0.1': `
ul|了 vn v u|等 p|通过 u|用 c|以及 c|及其 p|以 p|为 x|。 x|— c|但 r|各种 u|是 p|根据 r|为什么 f|以上 x|? x|》 p|因 u|得 x|” f|以下 x|# r|其中
r|本次 c|但是 u|会 d|近期 d|去年 df|不要 x|! u|了 d|今天 d|有点 d|慢慢 c|另外 d|今年 x||
`,
      '0.2': `
p|基于 uj|的 x|. ^ c|及 x|: x|《 x|“ p|关于 d|就是 x|「 x|」
`,
      '0.3': `
x|】
`,
    },
    after: {
      '-0.3': `
x|、 $
`,
      '-0.2': `
ul|了 l f|后 nz p|于 k ng
`,
      '-0.1': `
n x|) x|; u|等 x|- x|。 j nr d|就 x|" p|为 b p|至 eng x|> f|下 x|/ x|: c|而 d|分别 d|也 x|+ x|? d|再 p|用 r|自己 uz|着 f|以来 x|·
d|即可 nrt f|里 d|共 y|呢 r|一样 d|不少 r|那 x|\\ u|来 x|...... d|正常
`,
      '0.1': `
uj|的 f|中 x|. r|各 p|对 p|按 m t c|及 ad c|并 c|可以 p|以 c|虽然 d|又 r|怎么 d|约 u|之 s c|或 p|被 d|必须 r|如何 c|同时 p|给 p|自 d|不再 u|以
p|把 d|才 d|一直 r|为什么 d|刚好 c|不是 f|以后 y|吗 d|仅 d|有点 d|其实 vd d|今天 o x|#
`,
      '0.2': `
x|( x|》 p|比 r|这 x|」
`,
      '0.3': `
x|”
`,
    },
    opening: {
      '-0.3': `
n~vn n~v nr~n ns~n
`,
      '-0.2': `
x|,~v n~n x|(~n x|,~n x|、~nt m~nr x|、~ns x|,~t
`,
      '-0.1': `
n~a a~n a~vn vn~vn eng~n x|(~eng x|;~v c|和~n m~a x|、~vn c|并~n ^~vn x|、~nz f|后~vn v~nt nt~n c|及~n ^~a p|至~n m~n
c|并~vn nz~n ns~ns ns~b m~v x|-~n x|、~v nrt~n n~j r|各~n x|/~eng ns~nr t~vn p|于~n nz~v uj|的~nr p|与~ns t~v d|将~n d|不~v
p|在~eng n~nz x|?~eng m~t v~s b~eng eng~eng p|按~n uz|着~n nz~vn v~zg x|;~vn p|被~n d|不~n p|比~n x|“~eng p|对~vn j~v
x|.~eng v~j p|用~nz j~n r|其他~n vn~nr ns~nt r|本~n a~nz r|他~n u|上~n x|:~nz x|。~l q~ns x|,~nz x|,~s v~i a~nr x|。~nr
p|把~n r|我~vn f|里~n r|我~n r|我~v f|前~n ul|了~m x|!~n p|由~ns r|各位~n x|。~t uj|的~nrt ul|了~nz x|\\~eng c|只有~n x|,~i ug|过~n
n~an p|从~ns p|在~nrt x|+~vn
`,
      '0.1': `
p|基于~nr p|与~eng uj|的~n ul|了~n vn~n uj|的~vn ul|了~vn x|)~n v~n x|.~vn c|和~v v~v n~l p|通过~vn t~a n~ns vn~v x|:~n
x|,~ns uj|的~v p|与~vn n~eng p|以~n x|.~n x|—~n x|—~nr vn~l c|但~n u|是~vn c|及其~n x|:~ns p|对~v ns~v p|从~n v~ns ul|了~ns
p|基于~n x|:~vn p|为~v c|和~b x|,~eng f|后~n vn~eng nr~ns p|在~ns m~eng c|和~ns v~b x|“~v p|基于~v p|在~b f|上~n d|就~a t~nr
q~a b~v vn~nz x|.~nz ^~b x|。~v v~nrt u|得~n uj|的~g r|其~vn p|于~ns ^~nt nt~v ns~t uj|的~nt r|其中~n p|把~v q~vn f|以上~n
p|为~b p|根据~n ul|了~b x|”~n p|因~n n~nrt p|用~eng x|。~a u|用~n p|关于~n u|是~n ul|了~j x|(~ns f|以下~n d|就是~n ns~eng df|不要~vn
r|别~v x|:~j x|:~nr x|“~s x|》~v x|】~n x|!~eng x|「~n x|#~nz x|」~n
`,
      '0.2': `
v~vn uj|的~eng v~a ^~nr x|,~a ^~ns x|,~nr v~eng uj|的~ns v~nr c|及~vn x|《~nz x|。~ns x|“~n x|“~nz m~l
`,
      '0.4': `
n~nr ^~eng
`,
    },
    closing: {
      '-0.3': `
n~nr
`,
      '-0.2': `
n~vn v~x|。 a~x|, n~x|" t~v
`,
      '-0.1': `
a~vn n~n vn~n v~ul|了 v~n a~uj|的 n~l vn~x|、 vn~c|和 v~uj|的 v~v n~x|) vn~t vn~f|后 n~x|、 b~n eng~x|、 nz~x|( ns~x|、 t~n
n~d|最 n~d|就 l~uj|的 n~ad n~eng n~u|等 vn~x|。 n~p|在 v~l n~j n~ul|了 s~v eng~p|为 nz~v eng~x|/ ns~nz n~f|后 n~d|也 eng~x|+
v~x|“ eng~eng n~x|: s~n nz~vn n~x|+ nr~x|、 vn~nz l~x|、 n~k nz~x|、 nz~nz vn~p|为 t~x|, eng~x|: j~n v~q v~x|? ns~nt
n~ng t~m g~v g~x|, i~n eng~m n~f|里 n~x|? nz~x|。 n~d|未 n~p|用 nz~f|中 nt~x|、 nz~c|和 l~x|: eng~x|。 eng~$ vn~x|“ s~x|,
eng~x|; n~$ n~r|自己 n~d|正常 n~x|】 n~r|那 vn~$ nz~$
`,
      '0.1': `
vn~uj|的 nr~x|( n~a vn~vn n~uj|的 eng~n n~x|( n~f|中 vn~v vn~x|. v~x|、 n~p|对 vn~x|, n~f|上 nr~uj|的 ns~uj|的 nz~n v~c|及
n~d|都 vn~l ns~m eng~q vn~c|及 v~x|" n~d|又 ns~v j~v vn~c|并 vn~m eng~x|, vn~x|( n~x|” eng~ns eng~vn n~r|如何 b~x|, nr~v
vn~p|比 v~f|中 v~x|( n~p|给 j~x|, j~vn nt~v ns~t vn~x|: l~x|( v~p|用 vn~f|前 nt~m n~d|一直 vn~x|” vn~i n~s n~d|约 n~r|我
vn~ad vn~x|! vn~c|或 eng~c|或 ng~v nr~nr n~r|这 n~d|其实 vn~f|里 m~n ng~x|, n~d|有点 n~x|」 nz~x|# vn~f|以后 vn~x|】 ns~x|“
ng~x|。
`,
      '0.2': `
nr~vn v~m n~ns v~x|. v~c|和 eng~v nz~x|》 nr~p|在 v~x|” nz~x|”
`,
    },
    word: {
      '-0.3': `
i~i
`,
      '-0.2': `
b~b
`,
      '-0.1': `
n~n a~a v~v l~l t~t s~s z~z
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
n~a n~ns n~t
`,
      '-0.1': `
nr~vn a~n n~n vn~ns t~n n~nr n~g vn~l v~nr t~vn n~eng v~ns vn~eng zg~n d|长期~n eng~ns an~n m~n j~v vn~nz j~n nt~v
nr~nz vn~nt n~s
`,
      '0.1': `
v~n vn~vn ns~n vn~v ns~j eng~eng nz~n a~v nrt~n n~j ns~nr nz~v ns~nz l~vn n~i b~v j~vn eng~m ns~s
`,
      '0.2': `
a~vn n~v v~v v~vn ns~ns ns~nt
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
      '-0.4': `
vn~n
`,
      '-0.2': `
n~vn n~v v~v
`,
      '-0.1': `
n~a vn~vn v~n t~n n~t nr~vn ns~v n~ns n~l l~n nt~n nz~v ns~ns n~s
`,
      '0.1': `
n~n a~vn a~n vn~l nz~n nz~vn eng~vn s~n a~eng t~vn ns~nt n~ng g~n h~n d|长期~n nrt~n
`,
      '0.2': `
b~n n~nz
`,
    },
    shape: {
      '-0.4': `
5 47
`,
      '-0.3': `
35 39 30 43
`,
      '-0.2': `
34 51 65 38
`,
      '-0.1': `
22 13 14 31 83 66 125 50 114 67 42
`,
      '0.1': `
23 27 17 94 33 37 110
`,
      '0.2': `
82 85 19 21 99 29 15 49 41
`,
      '0.3': `
25
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
      '-0.3': `
PUNCT|-
`,
      '-0.2': `
DET|this CCONJ|and NUM PROPN CCONJ|or
`,
      '-0.1': `
^ ADP|by PUNCT|, DET|a AUX|have ADP|from DET|each DET|both DET|whose ADP|through ADP|among ADP|like ADP|before
AUX|are ADP|without SCONJ|since ADP|via DET|every CCONJ|+ SCONJ|because ADP|per ADP|towards PRON|her PUNCT|--
ADP|until
`,
      '0.1': `
DET|the VERB ADP|of PUNCT|" SCONJ|that ADP|for PUNCT|? ADP|in ADP|as PRON|their DET|these ADP|to ADP|into SCONJ|how
PART|' ADP:link|the AUX|was PRON|your AUX|do ADP|after PRON|his SCONJ|although PRON|him PRON|you
`,
      '0.2': `
PART:link|'s ADP|about AUX|is ADP:link|of
`,
    },
    after: {
      '-0.2': `
NUM PUNCT|; PROPN PART|' ADP|until
`,
      '-0.1': `
$ DET|the ADP|of ADP:link|of AUX|must PUNCT|- PRON|we SCONJ|where SCONJ|because DET|a ADP|over CCONJ|or ADP|than
ADP|near SYM|/ CCONJ|but NUM:part CCONJ|+ ADP|outside ADP|out ADP|up PUNCT|-- PRON|your AUX|shall
`,
      '0.1': `
NOUN PRON|that AUX|is PUNCT|" PUNCT|? PUNCT|( ADP|for ADP|from PART:link|'s DET|which AUX|does ADP|during ADP|under
AUX|could AUX|was PART|not ADP|across AUX|should SCONJ|since AUX|be DET|no PUNCT|– ADP|after SYM|# ADP|above
ADP|off SCONJ|despite AUX|wo PUNCT|— SCONJ|till
`,
      '0.2': `
AUX|had AUX|has PRON|i
`,
    },
    opening: {
      '-0.5': `
DET|no~NOUN
`,
      '-0.3': `
NUM~NOUN
`,
      '-0.2': `
^~ADJ PUNCT|,~NOUN DET|this~NOUN CCONJ|and~PROPN CCONJ|and~ADJ PUNCT|,~ADJ ADP|with~ADJ CCONJ|or~NOUN ADP|like~NOUN
ADP|from~PROPN PROPN~PROPN PRON|its~ADJ ADP|at~NOUN
`,
      '-0.1': `
ADJ~NOUN ADP|by~NOUN DET|the~NOUN DET|a~ADJ DET|a~NOUN PUNCT|.~NOUN CCONJ|and~NOUN NUM~ADJ AUX|have~ADJ PUNCT|(~ADJ
DET|each~ADJ PRON|our~ADJ ADV~ADJ ^~PROPN PROPN~NOUN ADP|as~ADJ PUNCT|-~NOUN DET|whose~NOUN PRON|their~ADJ
DET|any~NOUN ADP|on~ADJ PUNCT|-~ADJ ADP|with~PROPN DET|another~ADJ DET|both~NOUN PUNCT|-~PROPN DET|an~PROPN
ADP|through~NOUN ADP|at~ADJ AUX|are~ADJ ADP|without~NOUN PUNCT|:~PROPN AUX|are~NOUN X~PROPN NUM~PROPN ADP|per~NOUN
CCONJ|but~PROPN ADP|after~NOUN PUNCT|–~NOUN PUNCT|;~PROPN SCONJ|since~PROPN ADP|towards~ADJ PUNCT|'~PROPN
PRON|her~NOUN PUNCT|--~NOUN DET|which~PROPN PRON|my~PROPN
`,
      '0.1': `
X~NOUN VERB~ADJ VERB~NOUN ADP|of~ADJ PUNCT|"~ADJ ADP|by~ADJ ADP|of~NOUN PRON|its~NOUN ADP|of~PROPN ADP|in~ADJ
ADP|as~NOUN PRON|their~NOUN ADP|on~NOUN DET|which~NOUN DET|an~NOUN PUNCT|.~ADJ ADP|for~ADJ ADJ~PROPN ADP|for~PROPN
ADP|in~NOUN PUNCT|,~PROPN ADP|about~NOUN ADP|to~NOUN PUNCT|:~NOUN ADP|from~NOUN PART|to~NOUN ADP|into~NOUN
ADP|about~ADJ PRON|our~PROPN SCONJ|how~NOUN PUNCT|"~NOUN AUX|is~ADJ ADP:link|of~NOUN VERB~PROPN ADP|to~PROPN
SCONJ|when~ADJ PRON|our~NOUN SCONJ|how~ADJ PUNCT|?~PROPN ADP|at~PROPN ADP:link|of~PROPN CCONJ|but~ADJ ADV~PROPN
ADP|over~PROPN PUNCT|–~PROPN ADP|between~PROPN AUX|was~PROPN PUNCT|;~NOUN PART|'~ADJ PUNCT|.~VERB PRON|his~PROPN
ADP|about~PROPN PUNCT|'~ADJ SCONJ|although~NOUN PRON|your~ADJ
`,
      '0.2': `
SCONJ|that~NOUN ADP|with~NOUN PART:link|'s~PROPN ADP|in~PROPN AUX|is~NOUN ADP|after~PROPN
`,
      '0.3': `
DET|the~PROPN
`,
    },
    closing: {
      '-0.3': `
NOUN~NUM NOUN~PROPN NOUN~PART|'s
`,
      '-0.2': `
NOUN~DET|the PROPN~$ NOUN~ADP|over NOUN~PART|' NOUN~ADP|until
`,
      '-0.1': `
NOUN~VERB NOUN~AUX|are NOUN~PUNCT|) NOUN~PUNCT|. NOUN~ADP|of NUM:part~PUNCT|, NOUN~PUNCT|; NOUN~CCONJ|and
NOUN~ADP|about NOUN~AUX|has NOUN~ADP|on NOUN~PRON|we NOUN~SCONJ|where NOUN~PUNCT|- NOUN~DET|a NOUN~ADP|than
NOUN~ADP|through NOUN~ADP|near NOUN~SYM|/ NOUN~ADP|at PROPN~ADV NOUN~AUX|will PROPN~NUM:part NOUN~SCONJ|if
PROPN~AUX|must PROPN~AUX|may PROPN~CCONJ|+ PROPN~CCONJ|or NOUN~ADP|outside PROPN~PUNCT|; NOUN~ADP|up NOUN~SYM|#
PROPN~ADP:link|of PROPN~PUNCT|! NOUN~PUNCT|-- PROPN~PUNCT|' NUM:part~PUNCT|: PROPN~PRON|you PROPN~AUX|shall
`,
      '0.1': `
NOUN~$ NOUN~NOUN NOUN~PRON|that NOUN~PUNCT|? NOUN~ADP|against PROPN~PUNCT|) PROPN~PUNCT|, NOUN~PUNCT|(
PROPN~PART|'s NOUN~AUX|had NOUN~ADP|from PROPN~PART:link|'s PROPN~VERB NOUN~DET|which NOUN~ADP|during
NOUN~ADP|under NOUN~AUX|could PROPN~ADP|of PROPN~AUX|was PROPN~ADP|on NOUN~PART|not NOUN~ADP|across NOUN~AUX|should
PROPN~AUX|can NOUN~SCONJ|since PROPN~ADP|over NOUN~AUX|be NOUN~DET|no PROPN~DET|the PROPN~ADP|through
NUM:part~ADP|in PROPN~ADP|between NOUN~ADP|off NOUN~PRON|i PROPN~ADP|from PROPN~AUX|will PROPN~ADP|at PROPN~AUX|had
PROPN~PUNCT|" NOUN~SCONJ|how PROPN~ADP|during PROPN~SCONJ|since PROPN~DET|no NUM:part~VERB NOUN~PUNCT|!
NOUN~SCONJ|till PROPN~SYM|#
`,
      '0.2': `
PROPN~AUX|is PROPN~ADP|for PROPN~ADP|in PROPN~ADP|after
`,
      '0.3': `
PROPN~AUX|has
`,
    },
    word: {
      '-0.1': `
NOUN~NOUN ADJ~ADJ
`,
      '0.1': `
PROPN~PROPN
`,
    },
    pair: {
      '-0.2': `
ADJ~PROPN
`,
      '-0.1': `
PROPN~NUM:part ADV~NOUN NOUN~PROPN
`,
      '0.1': `
PROPN~PROPN NOUN~NUM:part NOUN~ADJ VERB~NOUN
`,
    },
    phrase: {
      '-0.2': `
ADV~NOUN
`,
      '-0.1': `
ADJ~NOUN NOUN~NOUN PROPN~NOUN
`,
      '0.1': `
NOUN~PROPN
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
65 67 66 94 83 99 74 91 115 78 71 102 114 118
`,
      '0.1': `
82 85 98 90 103
`,
      '0.2': `
87 95
`,
      '0.4': `
105
`,
    },
  },
};
