package hmnet.ground.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;

/// The log as it is written (ログの出力), text or JSON alike: each message goes through `SaidWords`.
public final class SaidConsole extends ConsoleAppender<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
        super.append(new SaidEvent(event, SaidWords.of(event.getLoggerName(), event.getFormattedMessage())));
    }
}
