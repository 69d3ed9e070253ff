import CLibZip
import Diagnostics
import Glibc

/// The parts of a zipped document, unpacked one at a time; what all of them unpack to is bounded, so that
/// a small file cannot grow without end.
struct ZippedParts: ~Copyable {
  private let archive: OpaquePointer
  /// How many more bytes may be unpacked.
  private var left: Int
  private let limits: TableLimits

  /// Opens an archive.
  ///
  /// - Throws: ``TableProblem`` where it is none, or has too many parts.
  init(_ bytes: [UInt8], _ limits: TableLimits) throws(TableProblem) {
    archive = try Self.archive(bytes)
    self.limits = limits
    left = limits.unpacked
  }

  private static func archive(_ bytes: [UInt8]) throws(TableProblem) -> OpaquePointer {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // libzip reads the archive from memory that it frees itself.
    guard let copy = malloc(max(bytes.count, 1)) else { throw .damaged("malloc") }
    UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
      free(copy)
      throw .damaged(String(cString: zip_error_strerror(&error)))
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw .damaged(String(cString: zip_error_strerror(&error)))
    }
    guard zip_get_num_entries(archive, 0) <= 10_000 else {
      zip_discard(archive)
      throw TableProblem(
        row: 0, LocalizedText(vi: "tệp nén có quá nhiều phần", en: "the archive has too many parts")
      )
    }
    return archive
  }

  deinit { zip_discard(archive) }

  /// Whether there is a part of a name; upper and lower case are the same.
  func contains(_ name: String) -> Bool {
    zip_name_locate(archive, name, ZIP_FL_NOCASE) >= 0
  }

  /// Unpacks a part piece by piece; `false` where there is none of the name.
  ///
  /// - Throws: ``TableProblem`` where it is encrypted, damaged or too large, and what `body` throws.
  mutating func unpack(
    _ name: String, _ body: (UnsafeRawBufferPointer) throws(TableProblem) -> Void
  ) throws(TableProblem) -> Bool {
    let index = zip_name_locate(archive, name, ZIP_FL_NOCASE)
    guard index >= 0 else { return false }
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    if zip_stat_index(archive, zip_uint64_t(index), 0, &facts) == 0,
      facts.encryption_method != ZIP_EM_NONE
    {
      throw .locked
    }
    guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw .damaged("\(name): " + String(cString: zip_strerror(archive)))
    }
    defer { zip_fclose(file) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = Int(zip_fread(file, piece.baseAddress, zip_uint64_t(piece.count)))
      guard count >= 0 else {
        throw .damaged("\(name): " + String(cString: zip_file_strerror(file)))
      }
      if count == 0 { return true }
      left -= count
      guard left >= 0 else {
        throw TableProblem(
          row: 0,
          LocalizedText(
            vi: "giải nén ra quá \(limits.unpacked) byte",
            en: "it unpacks to over \(limits.unpacked) bytes"))
      }
      try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
    }
  }
}

extension TableProblem {
  /// A file that is broken, with what the library says.
  static func damaged(_ cause: String) -> TableProblem {
    TableProblem(
      row: 0,
      LocalizedText(
        vi: "tệp Excel bị hỏng (\(cause))", en: "the Excel file is damaged (\(cause))"),
      mend: LocalizedText(
        vi: "mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx",
        en: "open it in Excel or LibreOffice and save it as .xlsx again"))
  }

  /// A file with a password.
  static var locked: TableProblem {
    TableProblem(
      row: 0,
      LocalizedText(vi: "tệp có mật khẩu", en: "the file is protected by a password"),
      mend: LocalizedText(
        vi: "mở bằng Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc), lưu lại",
        en: "open it in Excel, remove the password (File, Info, Protect Workbook), save it"))
  }
}
