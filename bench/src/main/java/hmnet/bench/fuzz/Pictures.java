package hmnet.bench.fuzz;

import static hmnet.bench.fuzz.Pieces.joined;
import static hmnet.bench.fuzz.Pieces.latin;

import java.util.zip.CRC32;

/// A photograph, a picture and a film about nobody (画像・動画の見本), of any size.
final class Pictures {
    private Pictures() {}

    static byte[] photograph(int size) {
        var exif = joined(
                latin("Exif\0\0MM"),
                new byte[] {0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0},
                latin("GPS 34.39,132.46"));
        return joined(
                new byte[] {(byte) 0xFF, (byte) 0xD8},
                segment(0xE1, exif),
                segment(0xFE, latin("taken by Kakuu Taro")),
                segment(0xC0, new byte[] {8, 0, 1, 0, 1, 1, 1, 0x11, 0}),
                segment(0xDA, new byte[] {1, 1, 0, 0, 63, 0}),
                new byte[16 + size],
                new byte[] {0x12, (byte) 0xFF, 0, 0x34, (byte) 0xFF, (byte) 0xD9});
    }

    private static byte[] segment(int kind, byte[] content) {
        int length = content.length + 2;
        return joined(new byte[] {(byte) 0xFF, (byte) kind, (byte) (length >> 8), (byte) length}, content);
    }

    static byte[] picture(int size) {
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                chunk("IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0}),
                chunk("tEXt", latin("Author\0Kakuu Taro")),
                chunk("IDAT", new byte[16 + size]),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String kind, byte[] content) {
        var crc = new CRC32();
        crc.update(latin(kind));
        crc.update(content);
        return joined(number(content.length), latin(kind), content, number((int) crc.getValue()));
    }

    static byte[] film(int size) {
        return joined(
                box("ftyp", latin("isom\0\0\2\0isommp42")),
                box("mdat", new byte[32 + size]),
                box("moov", new byte[16]));
    }

    private static byte[] box(String kind, byte[] content) {
        return joined(number(content.length + 8), latin(kind), content);
    }

    private static byte[] number(int number) {
        return new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }
}
