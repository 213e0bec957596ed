package hmnet.exchange.callers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// What is asked of the database about people (本人についての問合せ), as its own log says it. Registers are no
/// matter: they are kept for two seconds and then read anew, whoever is asked for.
public final class Questions {
    private static final String SENT = "Executing prepared SQL statement";
    private static final List<String> OF_PEOPLE =
            List.of("from patient p", "from person n", "from person_with_patients", "from consent c");

    private Questions() {}

    public static List<String> asked(Runnable asking) {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var asker = Thread.currentThread();
        var heard = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) { // an event names its thread only when it is asked
                if (Thread.currentThread().equals(asker)) {
                    super.append(event);
                }
            }
        };
        var before = log.getLevel();
        heard.start();
        log.addAppender(heard);
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        try {
            asking.run();
        } finally {
            log.setLevel(before);
            log.setAdditive(true);
            log.detachAppender(heard);
        }
        return List.copyOf(heard.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(said -> said.startsWith(SENT) && OF_PEOPLE.stream().anyMatch(said::contains))
                .toList();
    }
}
