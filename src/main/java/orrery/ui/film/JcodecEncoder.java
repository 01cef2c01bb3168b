package orrery.ui.film;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder.EncodedFrame;
import org.jcodec.common.io.FileChannelWrapper;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Rect;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;
import orrery.files.PartFile;

/**
 * H.264 in MP4 by jcodec, which is written in Java and needs no installation. Each batch begins with a key frame, so
 * that batches can be encoded independently.
 */
final class JcodecEncoder implements FilmEncoder {
    /** The quantizer: 14 preserves hairlines and stars. */
    private static final int QUANTIZER = 14;

    private static final int BLOCK = 16;
    private static final int MOTION = 8;

    private final Size size;
    private final int rate;
    private final PartFile part;
    private final FileChannel channel;
    private final MP4Muxer muxer;
    private final MuxerTrack track;
    private int frames;

    /**
     * @param out the film
     * @param width pixels, even
     * @param height pixels, even
     * @param rate frames per second; each second begins a batch
     * @throws IOException if the file cannot be started
     */
    JcodecEncoder(Path out, int width, int height, int rate) throws IOException {
        this.size = new Size(width, height);
        this.rate = rate;
        this.part = PartFile.of(out, -1);
        boolean begun = false;
        try {
            channel = FileChannel.open(part.path(), StandardOpenOption.WRITE, StandardOpenOption.READ);
            muxer = MP4Muxer.createMP4MuxerToChannel(new FileChannelWrapper(channel));
            track = muxer.addVideoTrack(
                    Codec.H264, VideoCodecMeta.createSimpleVideoCodecMeta(size, ColorSpace.YUV420J));
            begun = true;
        } finally {
            if (!begun) {
                part.close();
            }
        }
    }

    @Override
    public String name() {
        return "jcodec 0.2.5";
    }

    @Override
    public int batch() {
        return rate;
    }

    @Override
    public Batch begin() {
        int stride = (size.getWidth() + BLOCK - 1) / BLOCK * BLOCK;
        int rows = (size.getHeight() + BLOCK - 1) / BLOCK * BLOCK;
        H264Encoder encoder = new H264Encoder(new ConstantQuality());
        encoder.setKeyInterval(rate);
        encoder.setMotionSearchRange(MOTION);
        Picture picture = Picture.createCropped(
                stride, rows, ColorSpace.YUV420J, new Rect(0, 0, size.getWidth(), size.getHeight()));
        ByteBuffer scratch = ByteBuffer.allocate(encoder.estimateBufferSize(picture));
        return pixels -> {
            VideoPlanes.write(pixels, size.getWidth(), size.getHeight(), stride, rows, picture.getData());
            scratch.clear();
            EncodedFrame encoded = encoder.encodeFrame(picture, scratch);
            ByteBuffer own = ByteBuffer.allocate(encoded.getData().remaining());
            own.put(encoded.getData());
            return own.flip();
        };
    }

    @Override
    public void append(List<ByteBuffer> pictures) throws IOException {
        for (int i = 0; i < pictures.size(); i++) {
            Packet.FrameType type = i == 0 ? Packet.FrameType.KEY : Packet.FrameType.INTER;
            track.addFrame(Packet.createPacket(pictures.get(i), frames, rate, 1, frames, type, null));
            frames++;
        }
    }

    @Override
    public void settle() throws IOException {
        muxer.finish();
        channel.force(true);
        channel.close();
        part.settle();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        part.close();
    }

    /** The same quantizer for every picture. */
    private static final class ConstantQuality implements RateControl {
        @Override
        public int startPicture(Size picture, int most, SliceType type) {
            return QUANTIZER;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
