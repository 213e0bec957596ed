package hmnet.office.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/// Makes an empty centre a demonstration (実演の準備): takes over the plan and writes the credentials, once.
@Component
public class Demo {
    private final TakeOver takeOver;
    private final DemoCredentials credentials;

    Demo(TakeOver takeOver, DemoCredentials credentials) {
        this.takeOver = takeOver;
        this.credentials = credentials;
    }

    /// @param folder holds `plan.json` and `pki/`; `credentials.json` is written beside them
    public void prepare(Path folder, String url, String mtls) throws IOException {
        var file = folder.resolve("credentials.json");
        var plan = folder.resolve("plan.json");
        if (!takeOver.done()) {
            credentials.write(file, url, mtls, takeOver.take(plan, folder.resolve("pki")));
        } else if (Files.exists(file)) {
            credentials.readdress(file, url, mtls);
        } else {
            // The start before this one ended between its commit and this file.
            credentials.write(file, url, mtls, takeOver.named(plan));
        }
    }
}
