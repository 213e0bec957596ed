/// The box at a facility (常駐ゲートウェイ): watches folders, listens for HL7 messages, keeps everything
/// sealed on disk and sends it to the centre.
@NullMarked
package hmnet.gateway.box;

import org.jspecify.annotations.NullMarked;
