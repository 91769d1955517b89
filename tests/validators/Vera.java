// Asks veraPDF about many files in one run. First argument: flavours by comma (ua1,2a); second: a file that names one PDF a line.
// Prints, tab between: PASS, FAIL or ERROR, the flavour, the file; and for each broken rule one line that begins with a tab.
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Vera {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : Files.readAllLines(Path.of(arguments[1]))) {
            for (String flavour : arguments[0].split(",")) {
                System.out.print(judged(new File(name), flavour));
            }
        }
    }

    private static String judged(File file, String name) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 1000, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            StringBuilder out = new StringBuilder(line(result.isCompliant() ? "PASS" : "FAIL", name, file));
            Set<String> told = new HashSet<>();
            for (TestAssertion found : result.getTestAssertions()) {
                String rule = found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber();
                if (found.getStatus() == TestAssertion.Status.FAILED && told.add(rule)) {
                    String words = found.getErrorMessage() == null ? found.getMessage() : found.getErrorMessage();
                    out.append('\t').append(rule).append(' ').append(words.replaceAll("\\s+", " "));
                    out.append(" at ").append(found.getLocation().getContext()).append('\n');
                }
            }
            return out.toString();
        } catch (Exception trouble) {
            return line("ERROR", name, file) + "\t" + trouble.toString().replaceAll("\\s+", " ") + "\n";
        }
    }

    private static String line(String verdict, String flavour, File file) {
        return verdict + "\t" + flavour + "\t" + file + "\n";
    }
}
