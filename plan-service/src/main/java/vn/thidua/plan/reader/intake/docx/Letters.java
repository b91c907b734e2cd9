package vn.thidua.plan.reader.intake.docx;

import java.util.List;
import java.util.Optional;
import vn.thidua.plan.reader.intake.OldEncoding;
import vn.thidua.plan.reader.intake.TextDecoding;

/**
 * Turns stored characters into the letters that people see, where the document was typed with fonts of TCVN3 or VNI.
 *
 * <p>A font alone proves nothing: many documents were converted and kept the name of the old font. So it is decided for
 * all text of one font together.
 */
final class Letters {
    private final boolean convertTcvn3;
    private final boolean convertVni;
    private final Optional<OldEncoding> unmarked;
    /** Parts of the document are in Unicode. */
    private final boolean mixed;

    private Letters(boolean convertTcvn3, boolean convertVni, Optional<OldEncoding> unmarked, boolean mixed) {
        this.mixed = mixed;
        this.convertTcvn3 = convertTcvn3;
        this.convertVni = convertVni;
        this.unmarked = unmarked;
    }

    static Letters of(List<Content> contents) {
        StringBuilder tcvn3 = new StringBuilder();
        StringBuilder vni = new StringBuilder();
        StringBuilder others = new StringBuilder();
        collect(contents, tcvn3, vni, others);
        boolean mixed = TextDecoding.hasVietnameseUnicode(others.toString());
        return new Letters(
                TextDecoding.isBetter(tcvn3.toString(), OldEncoding.TCVN3, !mixed),
                TextDecoding.isBetter(vni.toString(), OldEncoding.VNI, !mixed),
                TextDecoding.oldEncodingOf(others.toString()),
                mixed);
    }

    boolean converted() {
        return convertTcvn3 || convertVni || unmarked.isPresent();
    }

    private static void collect(List<Content> contents, StringBuilder tcvn3, StringBuilder vni, StringBuilder others) {
        for (Content each : contents) {
            switch (each) {
                case Content.Paragraph paragraph -> {
                    for (Content.Piece piece : paragraph.pieces()) {
                        target(piece.font(), tcvn3, vni, others).append(piece.text());
                    }
                    tcvn3.append('\n');
                    vni.append('\n');
                    others.append('\n');
                }
                case Content.Table table -> {
                    for (Content.Row row : table.rows()) {
                        for (Content.Cell cell : row.cells()) {
                            collect(cell.contents(), tcvn3, vni, others);
                        }
                    }
                }
                case Content.PageBreak ignored -> {
                    // no letters
                }
            }
        }
    }

    private static StringBuilder target(
            Content.Font font, StringBuilder tcvn3, StringBuilder vni, StringBuilder others) {
        return switch (font) {
            case TCVN3, TCVN3_CAPITALS -> tcvn3;
            case VNI -> vni;
            case UNICODE -> others;
        };
    }

    String of(Content.Piece piece) {
        String text =
                switch (piece.font()) {
                    case TCVN3, TCVN3_CAPITALS ->
                        convertTcvn3 ? convert(piece.text(), OldEncoding.TCVN3) : piece.text();
                    case VNI -> convertVni ? convert(piece.text(), OldEncoding.VNI) : piece.text();
                    case UNICODE ->
                        unmarked.map(encoding -> TextDecoding.repaired(piece.text(), encoding, mixed))
                                .orElse(piece.text());
                };
        return piece.caps() ? OldEncoding.upperCase(text) : text;
    }

    private static String convert(String text, OldEncoding encoding) {
        return TextDecoding.hasVietnameseUnicode(text) ? text : encoding.toUnicode(text);
    }
}
