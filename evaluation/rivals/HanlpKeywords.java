import com.hankcs.hanlp.HanLP;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text a line (newline as \n) on standard input, its keywords between tabs on standard output. */
public final class HanlpKeywords {
    public static void main(String[] args) throws Exception {
        boolean phrases = args[0].equals("phrase");
        int top = Integer.parseInt(args[1]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        String line;
        while ((line = in.readLine()) != null) {
            String text = line.replace("\\n", "\n").replace("\\\\", "\\");
            List<String> found = phrases ? HanLP.extractPhrase(text, top) : HanLP.extractKeyword(text, top);
            out.print(String.join("\t", found).replace("\n", " ").replace("\r", " ") + "\n");
        }
        out.flush();
    }
}
