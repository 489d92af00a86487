/* One variant of the kernel. The build sets VARIANT, LANES and the processor features that go with them. */
#include "scoring.h"
#include "training.h"

#define STRING(x) STRING_OF(x)
#define STRING_OF(x) #x
#define NAME(x) NAME_OF(x)
#define NAME_OF(x) variant_##x

const struct variant NAME(VARIANT) = {
    STRING(VARIANT), LANES,       lay_out_training,  train, synchronize, lay_out_scorer,
    pack_candidates, score_tally, log_probabilities,
};
