public import Model

/// Every layout that is read, for those who write about them.
public enum Layouts {
  public static var all: [LayoutInfo] { Formats.infos }
}
