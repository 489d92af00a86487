import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.models.embeddings.inmemory.InMemoryLookupTable;
import org.deeplearning4j.models.embeddings.loader.WordVectorSerializer;
import org.deeplearning4j.models.word2vec.VocabWord;
import org.deeplearning4j.models.word2vec.Word2Vec;
import org.deeplearning4j.text.sentenceiterator.CollectionSentenceIterator;
import org.deeplearning4j.text.tokenization.tokenizerfactory.DefaultTokenizerFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains a small model with Deeplearning4j and writes it with a reference; scripts/make-fixtures/deeplearning4j.sh runs it.
 *
 * The loss that Deeplearning4j trains with (SkipGram's native op) is σ(x·θ) for code 0: p = Π σ((1 − 2·code) · x·θ).
 */
public class Deeplearning4j {
    public static void main(String[] args) throws Exception {
        List<String> sentences = Files.readAllLines(new File(args[0]).toPath(), StandardCharsets.UTF_8);
        File directory = new File(args[1]);
        for (boolean hierarchical : new boolean[] {true, false}) {
            Word2Vec model = new Word2Vec.Builder()
                .minWordFrequency(1).layerSize(8).windowSize(4).epochs(5).seed(1).workers(1)
                .useHierarchicSoftmax(hierarchical).negativeSample(hierarchical ? 0 : 5)
                .iterate(new CollectionSentenceIterator(sentences)).tokenizerFactory(new DefaultTokenizerFactory())
                .build();
            model.fit();
            String stem = hierarchical ? "hs" : "negative";
            WordVectorSerializer.writeWord2VecModel(model, new File(directory, stem + ".zip"));
            if (!hierarchical) continue;
            WordVectorSerializer.writeWordVectors(model.lookupTable(), new File(directory, "vectors.txt"));
            Files.writeString(new File(directory, "hs.ref.json").toPath(), reference(model));
        }
    }

    static String reference(Word2Vec model) {
        InMemoryLookupTable<VocabWord> table = (InMemoryLookupTable<VocabWord>) model.lookupTable();
        INDArray x = table.getSyn0();
        INDArray nodes = table.getSyn1();
        List<VocabWord> words = new ArrayList<>(model.vocab().vocabWords());
        words.sort((a, b) -> Integer.compare(a.getIndex(), b.getIndex()));
        StringBuilder names = new StringBuilder(), counts = new StringBuilder(), pairs = new StringBuilder();
        for (VocabWord input : words) {
            names.append(names.length() > 0 ? "," : "").append('"').append(input.getLabel()).append('"');
            counts.append(counts.length() > 0 ? "," : "").append((long) input.getElementFrequency());
            for (int k = input.getIndex() % 3; k < words.size(); k += 3) {
                VocabWord output = words.get(k);
                double sum = 0;
                for (int j = 0; j < output.getCodeLength(); j++) {
                    double dot = 0;
                    for (int d = 0; d < x.columns(); d++) {
                        dot += (double) x.getFloat(input.getIndex(), d) * nodes.getFloat(output.getPoints().get(j), d);
                    }
                    sum -= Math.log1p(Math.exp(output.getCodes().get(j) == 0 ? -dot : dot));
                }
                pairs.append(pairs.length() > 0 ? "," : "").append(
                    String.format(Locale.ROOT, "[\"%s\",\"%s\",%.9f]", input.getLabel(), output.getLabel(), sum));
            }
        }
        return "{\"words\":[" + names + "],\"counts\":[" + counts + "],\"logProbabilities\":[" + pairs + "]}\n";
    }
}
